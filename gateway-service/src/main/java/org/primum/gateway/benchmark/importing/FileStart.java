package org.primum.gateway.benchmark.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells by its first bytes what kind of file it is, and what it looks like when it is another. */
final class FileStart {

  private static final int LENGTH = 4096;
  private static final Pattern KEY = Pattern.compile("\"(\\w+)\"\\s*:");

  /** First bytes, as Latin-1, of what is mistaken for a benchmark file. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("\u001f\u008b", "a gzip file; unpack it first"),
          Map.entry("%PDF", "a PDF; send the data set itself"),
          Map.entry(
              "\u00d0\u00cf\u0011\u00e0", "an Excel or Word file; save the sheet as CSV in UTF-8"),
          Map.entry("PK\u0003\u0004", "a zip within a zip; pack the files themselves"),
          Map.entry("SQLite format 3", "a database; export the rows as CSV"),
          Map.entry("7z\u00bc\u00af", "a 7z archive; pack the files as zip"),
          Map.entry("\u0028\u00b5\u002f\u00fd", "a Zstandard file; unpack it first"),
          Map.entry("\u00fd7zXZ", "an xz file; unpack it first"),
          Map.entry("ARROW1", "an Arrow file; write it as Parquet or CSV"),
          Map.entry("\u00ff\u00d8\u00ff", "a picture; send the data set itself"),
          Map.entry("\u0089PNG", "a picture; send the data set itself"),
          Map.entry("GIF8", "a picture; send the data set itself"));

  private final String bytes;
  private final String text;

  private FileStart(byte[] start) {
    bytes = new String(start, StandardCharsets.ISO_8859_1);
    String decoded = new String(start, StandardCharsets.UTF_8);
    text = (decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded).stripLeading();
  }

  /** Looks at the first bytes and leaves them to be read. */
  static FileStart of(BufferedInputStream content) throws IOException {
    content.mark(LENGTH);
    byte[] start = content.readNBytes(LENGTH);
    content.reset();
    return new FileStart(start);
  }

  /** Whether it is a zip, an empty one included. */
  boolean zip() {
    return bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006");
  }

  /**
   * The kind of file it is.
   *
   * @throws UnusableFileException when the format does not come as that
   */
  FileKind kind(BenchmarkFormat format) {
    if (bytes.isEmpty()) {
      throw new UnusableFileException("The file is empty.");
    }
    refuseOthers();
    FileKind kind = looksLike();
    if (format.kinds().contains(kind)) {
      return kind;
    }
    // Text that is neither: reading it tells, line by line, what is wrong.
    if (kind == FileKind.CSV && columns().size() < 2 && format.kinds().size() == 1) {
      return format.kinds().iterator().next();
    }
    throw new UnusableFileException(
        "The file looks like %s; the format \"%s\" comes as %s.%s"
            .formatted(
                kind.title(),
                format.id(),
                format.kinds().stream()
                    .sorted()
                    .map(FileKind::title)
                    .collect(Collectors.joining(" or ")),
                hint()));
  }

  private void refuseOthers() {
    OTHERS.forEach(
        (start, what) -> {
          if (bytes.startsWith(start)) {
            throw new UnusableFileException("The file looks like %s.".formatted(what));
          }
        });
    if (utf16()) {
      throw new UnusableFileException("The file looks like UTF-16. Save it as UTF-8.");
    }
    if (text.startsWith("[")) {
      throw new UnusableFileException(
          "The file holds one JSON array. Write one JSON object a line, without commas between.");
    }
    if (text.startsWith("<")) {
      throw new UnusableFileException(
          "The file looks like a web page or XML. Download the data set itself.");
    }
  }

  /** By its mark; without one, Latin text shows by a null beside most characters. */
  private boolean utf16() {
    int[] nulls = new int[2];
    for (int at = 0; at < bytes.length(); at++) {
      nulls[at % 2] += bytes.charAt(at) == 0 ? 1 : 0;
    }
    boolean besideCharacters = !parquet() && Math.min(nulls[0], nulls[1]) == 0;
    return bytes.startsWith("\u00ff\u00fe")
        || bytes.startsWith("\u00fe\u00ff")
        || (besideCharacters && (nulls[0] + nulls[1]) * 3 > bytes.length());
  }

  private boolean parquet() {
    return bytes.startsWith("PAR1");
  }

  private FileKind looksLike() {
    if (parquet()) {
      return FileKind.PARQUET;
    }
    return text.startsWith("{") ? FileKind.JSON_LINES : FileKind.CSV;
  }

  private String hint() {
    return BenchmarkFormats.lookingLike(columns())
        .map(" Its columns look like those of the format \"%s\"."::formatted)
        .orElse("");
  }

  /** The columns, as far as a glance at the first line can tell. */
  private List<String> columns() {
    String line = text.lines().findFirst().orElse("");
    if (line.startsWith("{")) {
      return KEY.matcher(line).results().map(key -> key.group(1)).toList();
    }
    return Arrays.stream(line.split("[,;\t]", -1))
        .map(column -> column.replace("\"", "").strip())
        .toList();
  }
}
