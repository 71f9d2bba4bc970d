package org.primum.gateway.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.primum.gateway.ZipFiles;

/** Uploads for tests: the file lies under another name than it was sent with, as in a service. */
final class Uploads {

  private final Path folder;

  Uploads(Path folder) {
    this.folder = folder;
  }

  ImportRequest text(String name, String format, String content) {
    return bytes(name, format, content.getBytes(UTF_8));
  }

  ImportRequest bytes(String name, String format, byte[] content) {
    try {
      return new ImportRequest(
          Files.write(Files.createTempFile(folder, "upload", null), content),
          name,
          format,
          null,
          null);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A zip of texts by their names, in order. */
  ImportRequest zip(String format, Map<String, String> files) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    files.forEach((name, content) -> contents.put(name, content.getBytes(UTF_8)));
    return zipOfBytes(format, contents);
  }

  ImportRequest zipOfBytes(String format, Map<String, byte[]> files) {
    try {
      Path file = Files.createTempFile(folder, "upload", null);
      Files.write(file, ZipFiles.packedBytes(files));
      return new ImportRequest(file, "upload.zip", format, null, null);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
