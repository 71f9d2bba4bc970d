package org.primum.localstack.bench.content;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.primum.protocol.Json;

/**
 * Items for measuring: made-up questions of about 200 characters each, composed of everyday words
 * at random. The same count gives the same items.
 */
public final class BenchItems {

  private static final long SEED = 20_250_101;
  private static final int CATEGORIES = 5;
  private static final int WORDS = 26;

  private static final List<String> OPENINGS =
      List.of(
          "Since last week I",
          "My neighbour",
          "A friend of mine",
          "The person next to me",
          "My grandmother",
          "Somebody in our street",
          "My colleague",
          "A visitor");

  private static final List<String> VOCABULARY =
      List.of(
          "tablet",
          "morning",
          "garden",
          "window",
          "letter",
          "bottle",
          "winter",
          "summer",
          "doctor",
          "kitchen",
          "market",
          "bridge",
          "yellow",
          "silver",
          "basket",
          "corner",
          "button",
          "candle",
          "dinner",
          "engine",
          "flower",
          "ginger",
          "hammer",
          "island",
          "jacket",
          "ladder",
          "mirror",
          "number",
          "orange",
          "pepper",
          "rabbit",
          "saddle",
          "ticket",
          "valley",
          "walnut",
          "pocket",
          "always",
          "before",
          "behind",
          "beside",
          "during",
          "either",
          "enough",
          "hardly",
          "inside",
          "mostly",
          "nearly",
          "rather",
          "seldom",
          "slowly",
          "suddenly",
          "together",
          "without",
          "carried",
          "counted",
          "covered",
          "dropped",
          "emptied",
          "fetched",
          "folded",
          "gathered",
          "handed",
          "lifted",
          "marked",
          "opened",
          "painted",
          "planted",
          "poured",
          "pulled",
          "pushed",
          "raised",
          "sorted",
          "stirred",
          "turned",
          "walked",
          "washed",
          "watered");

  private BenchItems() {}

  /** An item as the layout {@code primum} has it. */
  private record Row(String id, String suite, String category, String prompt) {}

  /** Writes so many items as JSON lines. */
  public static void write(Path file, int count) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int number = 1; number <= count; number++) {
        lines.write(Json.write(row(number, random)));
        lines.write('\n');
      }
    }
  }

  private static Row row(int number, SplittableRandom random) {
    StringBuilder prompt = new StringBuilder(one(OPENINGS, random));
    for (int word = 0; word < WORDS; word++) {
      prompt.append(' ').append(one(VOCABULARY, random));
    }
    return new Row(
        "bench-%06d".formatted(number),
        "patient-safety",
        Integer.toString(1 + random.nextInt(CATEGORIES)),
        prompt.append(". What should be done about number ").append(number).append('?').toString());
  }

  private static String one(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
