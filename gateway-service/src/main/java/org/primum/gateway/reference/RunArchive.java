package org.primum.gateway.reference;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.primum.gateway.problem.Problem;

/**
 * The three files of a run in an uploaded zip. Nothing is unpacked to a disk; every size is
 * bounded, and every checksum is checked.
 *
 * @param files their bytes, by their names without folders
 * @param ignored what else is in the zip
 */
record RunArchive(Map<String, byte[]> files, List<String> ignored) {

  static final String RECORDS = "records.jsonl";
  static final String METRICS = "metrics.json";
  static final String MANIFEST = "manifest.json";

  /** Most bytes of the three files together, unpacked. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final int MAX_ENTRIES = 1000;
  private static final int MAX_IGNORED_NAMED = 20;
  private static final List<String> NAMES = List.of(RECORDS, METRICS, MANIFEST);

  /**
   * Reads a zip.
   *
   * @throws Problem when it is damaged, or does not hold exactly one run
   */
  static RunArchive read(Path zip) throws IOException {
    try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      return read(archive);
    } catch (ZipException | EOFException damaged) {
      throw Problem.unacceptable(
          "The file is no zip, or a damaged one. Pack records.jsonl, metrics.json and"
              + " manifest.json of one run as a zip, and send that.");
    }
  }

  private static RunArchive read(ZipFile archive) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    List<String> ignored = new ArrayList<>();
    TreeSet<String> folders = new TreeSet<>();
    int left = MAX_BYTES;
    if (archive.size() > MAX_ENTRIES) {
      throw Problem.unacceptable("The zip holds more than %d files.".formatted(MAX_ENTRIES));
    }
    for (ZipEntry entry : Collections.list(archive.entries())) {
      String path = checked(entry.getName());
      int slash = path.lastIndexOf('/');
      String name = path.substring(slash + 1);
      if (entry.isDirectory()) {
        continue;
      }
      if (!NAMES.contains(name) || path.startsWith("__MACOSX/")) {
        ignored.add(path);
        continue;
      }
      folders.add(path.substring(0, slash + 1));
      byte[] content = content(archive, entry, left);
      left -= content.length;
      if (files.put(name, content) != null) {
        throw Problem.unacceptable(
            "The zip holds more than one run: %s is there twice. Send each run in a zip of its own."
                .formatted(name));
      }
    }
    for (String name : NAMES) {
      if (!files.containsKey(name)) {
        throw Problem.unacceptable(
            "The zip holds no %s. A run has the three files %s."
                .formatted(name, String.join(", ", NAMES)));
      }
    }
    if (folders.size() > 1) {
      throw Problem.unacceptable(
          "The files of the run are in different folders: %s.".formatted(folders));
    }
    return new RunArchive(files, ignored.stream().sorted().limit(MAX_IGNORED_NAMED).toList());
  }

  /** Nothing is written anywhere, but a name that leads elsewhere was not made by an export. */
  private static String checked(String name) {
    if (name.startsWith("/")
        || name.contains("\\")
        || name.length() > 300
        || name.chars().anyMatch(Character::isISOControl)
        || List.of(name.split("/", -1)).contains("..")) {
      throw Problem.unacceptable(
          "The zip holds a name that leads out of its folder. Pack the run's folder anew.");
    }
    return name;
  }

  private static byte[] content(ZipFile archive, ZipEntry entry, int most) throws IOException {
    byte[] content;
    try (InputStream stream = archive.getInputStream(entry)) {
      content = stream.readNBytes(most + 1);
    }
    if (content.length > most) {
      throw Problem.unacceptable(
          "The run unpacks to more than %d MB and is not taken."
              .formatted(MAX_BYTES / 1024 / 1024));
    }
    CRC32 checksum = new CRC32();
    checksum.update(content);
    if (entry.getCrc() != checksum.getValue()) {
      throw new ZipException("checksum of " + entry.getName());
    }
    return content;
  }

  /** A file as text. */
  String text(String name) {
    return text(name, files.get(name));
  }

  static String text(String what, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException wrong) {
      throw new IllegalArgumentException(what + " is not UTF-8", wrong);
    }
  }
}
