package org.primum.localstack.bench.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.validation.Validation;

class BenchItemsTest {

  @TempDir Path folder;

  @Test
  void makesItemsThatCanBePublished() throws IOException {
    List<Item> items = items("one.jsonl", 500);

    assertThat(Validation.of(List.of("patient-safety"), items).errors()).isEmpty();
    assertThat(items).extracting(Item::id).doesNotHaveDuplicates().hasSize(500);
    assertThat(items.stream().mapToInt(item -> item.prompt().length()).average().orElseThrow())
        .isBetween(180.0, 260.0);
  }

  @Test
  void makesTheSameEachTime() throws IOException {
    assertThat(items("one.jsonl", 20)).isEqualTo(items("other.jsonl", 20));
  }

  private List<Item> items(String name, int count) throws IOException {
    Path file = folder.resolve(name);
    BenchItems.write(file, count);
    return Files.readAllLines(file).stream().map(BenchItemsTest::item).toList();
  }

  private static Item item(String line) {
    JsonNode row = Json.read(line, JsonNode.class);
    return new Item(
        row.path("id").asText(),
        row.path("suite").asText(),
        row.path("category").asText(),
        null,
        row.path("prompt").asText());
  }
}
