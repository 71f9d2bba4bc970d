package org.primum.gateway.benchmark.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line of a gigabyte takes no gigabyte: it is generated, read and refused. */
class LargeContentTest {

  private static final long GIGABYTE = 1L << 30;

  @Test
  void aJsonLineOfAGigabyteIsRefusedAndTheNextOneRead() throws IOException {
    Seen seen = new Seen();
    InputStream content = content("{\"id\": \"", "\"}\n{\"id\": \"good\"}\n");

    long kept = memoryKeptBy(() -> FileKind.JSON_LINES.read(content, seen));

    assertThat(seen.problems)
        .containsExactly("1: the line is longer than 4 MiB; split or shorten the row");
    assertThat(seen.ids).containsExactly("good");
    assertThat(kept).isLessThan(64L << 20);
  }

  @Test
  void aCsvCellOfAGigabyteIsRefusedLongBeforeItsEnd() {
    Seen seen = new Seen();
    InputStream content = content("id\n", "\n");

    assertThatThrownBy(() -> FileKind.CSV.read(content, seen))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("longer than 2,000,000 characters");
  }

  @Test
  void aParquetFileOfAGigabyteIsRefused() {
    Seen seen = new Seen();
    InputStream content = content("PAR1", "PAR1");

    assertThatThrownBy(() -> FileKind.PARQUET.read(content, seen))
        .isInstanceOf(UnusableFileException.class)
        .hasMessageContaining("larger than 64 MB");
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static long memoryKeptBy(Reading reading) throws IOException {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    reading.run();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory() - before;
  }

  private static InputStream content(String start, String end) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
                new Repeated(),
                new ByteArrayInputStream(end.getBytes(StandardCharsets.UTF_8)))));
  }

  /** A gigabyte of one letter. */
  private static final class Repeated extends InputStream {

    private long left = GIGABYTE;

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(length, left);
      Arrays.fill(buffer, offset, offset + read, (byte) 'x');
      left -= read;
      return read;
    }
  }

  private static final class Seen implements RowHandler {

    private final List<String> ids = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    @Override
    public void begin(List<String> columns) {}

    @Override
    public void row(Row row) {
      ids.add(row.text("id"));
    }

    @Override
    public void unreadable(int line, String problem) {
      problems.add(line + ": " + problem);
    }
  }
}
