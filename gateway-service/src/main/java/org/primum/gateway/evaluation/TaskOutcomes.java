package org.primum.gateway.evaluation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Json;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.scoring.AnswerTraits;
import org.primum.protocol.scoring.ItemOutcome;

/**
 * Reads what metrics need of every task of an evaluation: row by row, what repeats only once, and
 * of a verdict neither its JSON nor the judge's words. A hundred thousand take some 15 MB.
 */
@ApplicationScoped
class TaskOutcomes {

  /** Rows that are in memory at a time besides what is made of them. */
  private static final int FETCHED = 2_000;

  private static final String ALL =
      """
      select item_id, repetition, suite, category, split, part, state, failure_kind,
        case when state = 'scored' then verdict end as verdict,
        answer_length, stock_refusal, answer is not null as has_answer
      from task where evaluation_id = ?
      """;

  private final Session database;

  TaskOutcomes(Session database) {
    this.database = database;
  }

  /**
   * What the tasks of an evaluation came to.
   *
   * @param counts how many are where, counted one by one
   * @param outcomes one for each task, in no order
   */
  record Read(TaskCounts counts, List<ItemOutcome> outcomes) {}

  /** Reads them within the caller's transaction. */
  Read of(UUID evaluationId) {
    return database.doReturningWork(connection -> read(connection, evaluationId));
  }

  private static Read read(Connection connection, UUID evaluationId) throws SQLException {
    Map<TaskCounts.Kind, Integer> counts = new HashMap<>();
    List<ItemOutcome> outcomes = new ArrayList<>();
    Known known = new Known();
    try (PreparedStatement query = connection.prepareStatement(ALL)) {
      query.setFetchSize(FETCHED);
      query.setObject(1, evaluationId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          TaskCounts.Kind kind =
              known.kind(
                  new TaskCounts.Kind(
                      row.getString("state"),
                      row.getString("failure_kind"),
                      row.getBoolean("has_answer")));
          counts.merge(kind, 1, Integer::sum);
          outcomes.add(outcome(row, kind, known));
        }
      }
    }
    return new Read(new TaskCounts(counts), outcomes);
  }

  private static ItemOutcome outcome(ResultSet row, TaskCounts.Kind kind, Known known)
      throws SQLException {
    int length = row.getInt("answer_length");
    AnswerTraits traits =
        row.wasNull() ? null : new AnswerTraits(length, row.getBoolean("stock_refusal"));
    return new ItemOutcome(
        row.getString("item_id"),
        row.getInt("repetition"),
        known.text(row.getString("suite")),
        known.text(row.getString("category")),
        known.text(row.getString("split")),
        known.text(row.getString("part")),
        known.verdict(row.getString("verdict")),
        kind.failed() ? Task.kind(kind.failure()) : null,
        traits);
  }

  /** Values that come again and again, each kept once. */
  private static final class Known {

    private final Map<TaskCounts.Kind, TaskCounts.Kind> kinds = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Verdict, Verdict> verdicts = new HashMap<>();

    TaskCounts.Kind kind(TaskCounts.Kind kind) {
      return kinds.computeIfAbsent(kind, found -> found);
    }

    String text(String text) {
      return text == null ? null : texts.computeIfAbsent(text, found -> found);
    }

    Verdict verdict(String json) {
      return json == null ? null : verdicts.computeIfAbsent(withoutWords(json), found -> found);
    }

    /** The verdict as metrics need it. */
    private static Verdict withoutWords(String json) {
      String label = null;
      double value = 0;
      SortedMap<String, Integer> counts = null;
      try (JsonParser parser = Json.MAPPER.createParser(json)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          JsonToken token = parser.nextToken();
          switch (field) {
            case "label" -> label = parser.getText();
            case "value" -> value = parser.getDoubleValue();
            case "counts" -> counts = token == JsonToken.START_OBJECT ? counts(parser) : null;
            default -> parser.skipChildren();
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException("a stored verdict cannot be read", unreadable);
      }
      return new Verdict(label, value, null, counts);
    }

    private static SortedMap<String, Integer> counts(JsonParser parser) throws IOException {
      SortedMap<String, Integer> counts = new TreeMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String part = parser.currentName();
        parser.nextToken();
        counts.put(part, parser.getIntValue());
      }
      return counts;
    }
  }
}
