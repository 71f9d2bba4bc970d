package org.primum.leaderboard.admin;

import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What an administrator entered to import one suite of a benchmark version. */
public class ImportForm {

  @RestForm String benchmark;
  @RestForm String version;
  @RestForm String format;
  @RestForm String suite;
  @RestForm String judges;

  @RestForm("private")
  boolean privateItems;

  @RestForm boolean skipRefused;
  @RestForm FileUpload file;

  static ImportForm empty() {
    return new ImportForm();
  }

  public String benchmark() {
    return benchmark;
  }

  public String version() {
    return version;
  }

  public String format() {
    return format;
  }

  public String suite() {
    return suite;
  }

  public String judges() {
    return judges;
  }

  public boolean privateItems() {
    return privateItems;
  }

  public boolean skipRefused() {
    return skipRefused;
  }

  /** Whether a file was chosen; a browser sends an empty one without a name otherwise. */
  boolean hasFile() {
    return file != null && !(file.fileName().isEmpty() && file.size() == 0);
  }

  /** As the gateway takes it. */
  ClientMultipartForm multipart() {
    ClientMultipartForm form = ClientMultipartForm.create();
    attribute(form, "version", version);
    attribute(form, "format", format);
    attribute(form, "suite", suite);
    attribute(form, "judges", judges);
    if (privateItems) {
      // Left out, the draft stays as it is: importing a second suite makes nothing public.
      attribute(form, "private", "true");
    }
    attribute(form, "skipRefused", Boolean.toString(skipRefused));
    return form.binaryFileUpload(
        "file",
        file.fileName(),
        file.uploadedFile().toString(),
        MediaType.APPLICATION_OCTET_STREAM);
  }

  private static void attribute(ClientMultipartForm form, String name, String value) {
    if (value != null && !value.isBlank()) {
      form.attribute(name, value.strip(), null);
    }
  }
}
