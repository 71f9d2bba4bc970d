package org.primum.gateway.benchmark.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Parquet files with rows of our own. */
final class Resources {

  private Resources() {}

  static byte[] bytes(String name) {
    try (InputStream content = Resources.class.getResourceAsStream("/importing/" + name)) {
      return content.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
