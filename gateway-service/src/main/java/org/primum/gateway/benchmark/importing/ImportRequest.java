package org.primum.gateway.benchmark.importing;

import java.nio.file.Path;
import org.primum.protocol.Require;

/**
 * What to import.
 *
 * @param file where the upload is
 * @param fileName what it was called; some layouts tell category or split by it
 * @param format the layout's name
 * @param suite the suite it is for, or null when the format or the rows name it
 * @param mapping which columns mean what, as JSON, for the format {@code mapped}; else null
 */
public record ImportRequest(
    Path file, String fileName, String format, String suite, String mapping) {

  public ImportRequest {
    Require.present(file, "file");
    Require.text(fileName, "file name");
    Require.text(format, "format");
  }
}
