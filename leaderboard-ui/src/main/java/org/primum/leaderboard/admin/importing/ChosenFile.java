package org.primum.leaderboard.admin.importing;

import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file that a browser sent, to be passed on. */
final class ChosenFile {

  private ChosenFile() {}

  /** Whether none was chosen; a browser sends an empty one without a name then. */
  static boolean missing(FileUpload file) {
    return file == null || file.fileName() == null || file.fileName().isEmpty();
  }

  /** As the gateway takes it. */
  static ClientMultipartForm multipart(FileUpload file) {
    return ClientMultipartForm.create()
        .binaryFileUpload(
            "file",
            file.fileName(),
            file.uploadedFile().toString(),
            MediaType.APPLICATION_OCTET_STREAM);
  }
}
