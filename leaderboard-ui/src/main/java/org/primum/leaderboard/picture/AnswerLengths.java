package org.primum.leaderboard.picture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.jpa.HibernateHints;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.statistics.Quartiles;

/**
 * How long answers are, by suite and verdict. Items are read a few at a time and only lengths are
 * kept, so that memory does not grow with what was answered. What a complete evaluation came to is
 * remembered, since its items never change.
 */
@ApplicationScoped
public class AnswerLengths {

  private static final int MOST_KEPT = 2_000;
  private static final int READ_AT_ONCE = 100;

  private final Session database;
  private final Cache<UUID, Map<String, SortedMap<String, Quartiles>>> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  AnswerLengths(Session database) {
    this.database = database;
  }

  /**
   * Quartiles of the lengths in characters, by suite and label.
   *
   * @return empty for an evaluation that is not complete
   */
  @Transactional
  public Map<String, SortedMap<String, Quartiles>> of(EvaluationChanged evaluation) {
    if (evaluation.state() != EvaluationState.COMPLETE) {
      return Map.of();
    }
    Map<String, SortedMap<String, Quartiles>> known = kept.getIfPresent(evaluation.id());
    if (known != null) {
      return known;
    }
    Map<String, SortedMap<String, Lengths>> read = new HashMap<>();
    int items = read(evaluation.id(), read);
    Map<String, SortedMap<String, Quartiles>> found = new HashMap<>();
    read.forEach(
        (suite, byLabel) -> {
          SortedMap<String, Quartiles> quartiles = new TreeMap<>();
          byLabel.forEach((label, lengths) -> quartiles.put(label, lengths.quartiles()));
          found.put(suite, quartiles);
        });
    // Items may still be on their way to the pages.
    if (items >= evaluation.scored()) {
      kept.put(evaluation.id(), Map.copyOf(found));
    }
    return found;
  }

  private int read(UUID evaluation, Map<String, SortedMap<String, Lengths>> into) {
    int items = 0;
    try (Stream<Tuple> rows =
        database
            .createNativeQuery(
                """
                select suite, label, body from item
                where evaluation_id = ?1 and label is not null
                """,
                Tuple.class)
            .setParameter(1, evaluation)
            .setHint(HibernateHints.HINT_FETCH_SIZE, READ_AT_ONCE)
            .getResultStream()) {
      for (Tuple row : (Iterable<Tuple>) rows::iterator) {
        items++;
        int length = length(row.get("body", String.class));
        if (length > 0) {
          into.computeIfAbsent(row.get("suite", String.class), any -> new TreeMap<>())
              .computeIfAbsent(row.get("label", String.class), any -> new Lengths())
              .add(length);
        }
      }
    }
    return items;
  }

  /**
   * The length of the answer in a message about an item, without reading the rest of it; 0 where
   * there is none. In SQL it would fail on what strangers wrote: PostgreSQL takes no NUL out of
   * JSON, and no half of a surrogate pair.
   */
  static int length(String message) {
    try (JsonParser parser = Json.MAPPER.createParser(message)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean answer = parser.currentName().equals("answer");
        JsonToken value = parser.nextToken();
        if (answer && value == JsonToken.START_OBJECT) {
          return lengthOfText(parser);
        }
        parser.skipChildren();
      }
      return 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a message about an item cannot be read", unreadable);
    }
  }

  private static int lengthOfText(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean text = parser.currentName().equals("text");
      if (parser.nextToken() == JsonToken.VALUE_STRING && text) {
        return parser.getTextLength();
      }
      parser.skipChildren();
    }
    return 0;
  }

  /** Lengths as they come. */
  private static final class Lengths {

    private double[] values = new double[16];
    private int count;

    void add(int length) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = length;
    }

    Quartiles quartiles() {
      return Quartiles.of(Arrays.copyOf(values, count));
    }
  }
}
