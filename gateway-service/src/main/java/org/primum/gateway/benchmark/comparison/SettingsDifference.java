package org.primum.gateway.benchmark.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.primum.protocol.Json;

/**
 * Something that two versions set in another way.
 *
 * @param what its path, for example {@code generation.temperature}
 * @param before what the other version sets; null when it sets nothing
 * @param after what this version sets; null when it sets nothing
 */
record SettingsDifference(String what, String before, String after) {

  /** All differences, by their paths. */
  static List<SettingsDifference> between(Object before, Object after) {
    SortedMap<String, String> earlier = flat(before);
    SortedMap<String, String> later = flat(after);
    return Stream.concat(earlier.keySet().stream(), later.keySet().stream())
        .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
        .stream()
        .filter(path -> !Objects.equals(earlier.get(path), later.get(path)))
        .map(path -> new SettingsDifference(path, earlier.get(path), later.get(path)))
        .toList();
  }

  private static SortedMap<String, String> flat(Object settings) {
    SortedMap<String, String> values = new TreeMap<>();
    collect("", Json.MAPPER.valueToTree(settings), values);
    return values;
  }

  private static void collect(String path, JsonNode node, SortedMap<String, String> values) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      values));
    } else if (node.isArray()) {
      // Lists here are names of judges.
      List<String> names = node.valueStream().map(JsonNode::asText).toList();
      if (!names.isEmpty()) {
        values.put(path, String.join(", ", names));
      }
    } else {
      values.put(path, node.asText());
    }
  }
}
