package org.primum.gateway.benchmark.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Json;
import org.primum.protocol.Require;

/**
 * Which column of a file holds what.
 *
 * @param columns the file's column by the item's field: id, category, split, prompt, document or
 *     instruction
 * @param constants the category or split of every row
 */
record ColumnMapping(Map<String, String> columns, Map<String, String> constants) {

  private static final Set<String> FIELDS =
      Set.of("id", "category", "split", "prompt", "document", "instruction");
  private static final Set<String> CONSTANTS = Set.of("category", "split");
  private static final String EXAMPLE =
      """
      {"columns": {"prompt": "question"}, "constants": {"category": "1"}}\
      """;

  ColumnMapping {
    columns = checked(columns, FIELDS);
    constants = checked(constants, CONSTANTS);
    Require.that(columns.containsKey("prompt"), "it names no column for \"prompt\"");
    for (String field : CONSTANTS) {
      Require.that(
          !columns.containsKey(field) || !constants.containsKey(field),
          "it names both a column and a constant for \"%s\"".formatted(field));
    }
    Require.that(
        columns.containsKey("category") || constants.containsKey("category"),
        "it names neither a column nor a constant for \"category\"");
  }

  /**
   * Reads a mapping.
   *
   * @throws Problem when it is none
   */
  static ColumnMapping read(String json) {
    try {
      ColumnMapping mapping =
          Json.MAPPER
              .readerFor(ColumnMapping.class)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .readValue(json);
      if (mapping == null) {
        throw unusable("it is null");
      }
      return mapping;
    } catch (ValueInstantiationException wrong) {
      throw unusable(wrong.getCause().getMessage());
    } catch (JsonProcessingException unreadable) {
      throw unusable("it is not the JSON it should be");
    }
  }

  /** The columns a file must have. */
  List<String> needed() {
    return columns.values().stream().distinct().sorted().toList();
  }

  /** The value of a field that need not be there, or null. */
  String optional(Row row, String field) {
    String column = columns.get(field);
    if (column == null) {
      return constants.get(field);
    }
    return row.isBlank(column) ? null : row.key(column);
  }

  private static Map<String, String> checked(Map<String, String> given, Set<String> known) {
    if (given == null) {
      return Map.of();
    }
    given.forEach(
        (field, value) -> {
          Require.that(
              known.contains(field),
              "\"%s\" is none of %s"
                  .formatted(Shown.name(field), known.stream().sorted().toList()));
          Require.that(value != null, "\"%s\" is null".formatted(field));
        });
    return Map.copyOf(given);
  }

  private static Problem unusable(String why) {
    return Problem.badRequest(
        "The \"mapping\" cannot be used: %s. Send it like %s.".formatted(why, EXAMPLE));
  }
}
