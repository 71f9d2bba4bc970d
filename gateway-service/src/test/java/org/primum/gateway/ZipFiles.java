package org.primum.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zips for tests, packed and unpacked in memory. */
public final class ZipFiles {

  private ZipFiles() {}

  /** A zip of texts by their names with folders. */
  public static byte[] packed(Map<String, String> texts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return packedBytes(files);
  }

  /** The same of any files. */
  public static byte[] packedBytes(Map<String, byte[]> files) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return target.toByteArray();
  }

  /** The texts of a zip by their names with folders. */
  public static Map<String, String> unpacked(byte[] bytes) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return texts;
  }
}
