package org.primum.gateway.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.primum.gateway.problem.Problem;
import org.primum.gateway.problem.Problem.FieldError;
import org.primum.protocol.Require;

/** Reads a whole {@code records.jsonl}, and says of every line that cannot be taken why. */
final class RecordsFile {

  private static final int MAX_LINE = 4 * 1024 * 1024;
  private static final int MAX_PROBLEMS = 100;

  private final RecordReader reader;
  private final List<ImportedRecord> records = new ArrayList<>();
  private final Set<List<Object>> seen = new HashSet<>();
  private final List<FieldError> problems = new ArrayList<>();
  private int refused;

  RecordsFile(RecordReader reader) {
    this.reader = reader;
  }

  /**
   * The records, in order.
   *
   * @throws Problem when one of them cannot be taken
   */
  List<ImportedRecord> read(byte[] content) {
    int number = 1;
    for (int from = 0; from < content.length; number++) {
      int to = from;
      while (to < content.length && content[to] != '\n') {
        to++;
      }
      try {
        take(content, from, to);
      } catch (IllegalArgumentException wrong) {
        refuse(number, wrong.getMessage());
      }
      from = to + 1;
    }
    if (refused > 0) {
      FieldError first = problems.getFirst();
      throw Problem.unacceptable(
          "Nothing was imported: %d of %d records cannot be taken. In %s: %s."
              .formatted(refused, refused + records.size(), first.field(), first.message()),
          problems);
    }
    return List.copyOf(records);
  }

  private void take(byte[] content, int from, int to) {
    Require.that(to - from <= MAX_LINE, "it is longer than " + MAX_LINE + " bytes");
    String line = RunArchive.text("it", Arrays.copyOfRange(content, from, to)).strip();
    if (line.isEmpty()) {
      return;
    }
    ImportedRecord record = reader.read(line);
    Require.that(
        seen.add(List.of(record.item().id(), record.repetition())),
        "id \"" + record.item().id() + "\" is there twice");
    Require.that(
        records.size() < ReferenceManifest.MAX_RECORDS,
        "more than " + ReferenceManifest.MAX_RECORDS + " records are not taken");
    records.add(record);
  }

  private void refuse(int line, String problem) {
    refused++;
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new FieldError("line " + line, problem));
    }
  }
}
