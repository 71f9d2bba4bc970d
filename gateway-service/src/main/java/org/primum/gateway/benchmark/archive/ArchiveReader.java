package org.primum.gateway.benchmark.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.primum.gateway.benchmark.importing.BoundedContent;
import org.primum.protocol.Item;
import org.primum.protocol.Json;

/** Reads an archive within bounds, and takes nothing that is damaged or was altered. */
final class ArchiveReader {

  /** Most bytes read from an archive, unpacked. */
  private static final long MAX_BYTES = 256L * 1024 * 1024;

  private static final int MAX_MANIFEST = 4 * 1024 * 1024;
  private static final int MAX_ENTRIES = 100;

  private final Map<String, String> found = new TreeMap<>();
  private final List<Item> items = new ArrayList<>();
  private final AtomicLong left = new AtomicLong(MAX_BYTES);
  private Manifest manifest;
  private String sums;

  private ArchiveReader() {}

  /**
   * Reads everything and checks that it is whole.
   *
   * @throws DamagedArchiveException when it is not
   */
  static Archive read(InputStream content) throws IOException {
    ArchiveReader reader = new ArchiveReader();
    try (ZipInputStream zip = new ZipInputStream(content, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        reader.entry(entry.getName(), zip);
      }
    } catch (ZipException | EOFException damaged) {
      throw new DamagedArchiveException("the zip breaks off or cannot be unpacked");
    } catch (IllegalArgumentException unreadable) {
      // Names of files that are no UTF-8, and records that cannot be.
      throw new DamagedArchiveException(unreadable.getMessage());
    }
    return reader.whole();
  }

  private void entry(String name, InputStream zip) throws IOException {
    if (sums != null) {
      throw new DamagedArchiveException("something follows the checksums");
    }
    if (found.size() >= MAX_ENTRIES) {
      throw new DamagedArchiveException("it holds too many files");
    }
    DigestInputStream content =
        new DigestInputStream(
            new BoundedContent(zip, left, ArchiveReader::tooLarge), ArchiveWriter.sha256());
    if (name.equals(Archive.SUMS)) {
      sums = text(content);
      return;
    }
    if (name.equals(Archive.MANIFEST) && manifest == null) {
      manifest = manifest(text(content));
    } else {
      suite(name, content);
    }
    content.transferTo(OutputStream.nullOutputStream());
    if (found.put(name, HexFormat.of().formatHex(content.getMessageDigest().digest())) != null) {
      throw new DamagedArchiveException("a file is there twice");
    }
  }

  private static DamagedArchiveException tooLarge() {
    return new DamagedArchiveException(
        "it unpacks to more than %d MB".formatted(MAX_BYTES / 1024 / 1024));
  }

  private static Manifest manifest(String text) {
    JsonNode format = Json.read(text, JsonNode.class).path("format");
    if (format.isInt() && format.asInt() > Manifest.FORMAT) {
      throw new DamagedArchiveException(
          "it is of format %d, and this Primum reads format %d; update it first"
              .formatted(format.asInt(), Manifest.FORMAT));
    }
    return Json.read(text, Manifest.class);
  }

  private void suite(String name, InputStream content) throws IOException {
    if (manifest == null) {
      throw new DamagedArchiveException("it does not begin with its manifest");
    }
    String suite =
        manifest.items().keySet().stream()
            .filter(id -> Archive.entryOf(id).equals(name))
            .findFirst()
            .orElseThrow(
                () -> new DamagedArchiveException("it holds a file that is no part of it"));
    each(
        content,
        item -> {
          if (!suite.equals(item.suite()) || !manifest.canary().equals(item.canary())) {
            throw new DamagedArchiveException(
                "an item of %s is of another suite or without the canary".formatted(suite));
          }
          items.add(item.item());
        });
  }

  private static void each(InputStream content, Consumer<ArchivedItem> taken) throws IOException {
    try (MappingIterator<ArchivedItem> rows =
        Json.MAPPER
            .readerFor(ArchivedItem.class)
            .without(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .readValues(content)) {
      while (rows.hasNextValue()) {
        taken.accept(rows.nextValue());
      }
    } catch (JacksonException malformed) {
      throw new DamagedArchiveException("an item cannot be read");
    }
  }

  private Archive whole() {
    if (manifest == null || sums == null) {
      throw new DamagedArchiveException("its manifest or its checksums are missing");
    }
    Map<String, String> announced = new TreeMap<>();
    sums.lines()
        .filter(line -> line.length() > 66)
        .forEach(line -> announced.put(line.substring(66), line.substring(0, 64)));
    if (!announced.equals(found)) {
      throw new DamagedArchiveException(
          "its files do not have the checksums they were written with");
    }
    Map<String, Integer> counts = new TreeMap<>();
    items.forEach(item -> counts.merge(item.suite(), 1, Integer::sum));
    if (!counts.equals(manifest.items())) {
      throw new DamagedArchiveException("it does not hold as many items as its manifest says");
    }
    return new Archive(manifest, items);
  }

  private static String text(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(MAX_MANIFEST + 1);
    if (bytes.length > MAX_MANIFEST) {
      throw new DamagedArchiveException("its manifest or its checksums are too long");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
