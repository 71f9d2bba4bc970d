package org.primum.system.faults;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.primum.protocol.Json;
import org.primum.system.golden.BenchmarkRun;

/**
 * An item whose answer and score follow from its text alone, so that the numbers of a run are known
 * before it. The prompt holds the item's number; the answer holds what is made of the whole prompt;
 * the score is made of the answer. A mixed-up answer or score would show.
 *
 * @param number from 0
 */
record KnownItem(int number) {

  static final String JUDGE = "known-judge";

  private static final int SCORES = 5;
  private static final Pattern PROMPT = Pattern.compile("Question (\\d+) about [a-z]+\\.");
  private static final Pattern ANSWER = Pattern.compile("\\[run (\\S+) item (\\d+) sum ([0-9]+)]");
  private static final List<String> TOPICS =
      List.of("sleep", "fever", "tablets", "wounds", "allergies", "diets", "pregnancy");

  /** The first so many. */
  static List<KnownItem> first(int count) {
    return IntStream.range(0, count).mapToObj(KnownItem::new).toList();
  }

  String id() {
    return "known-%04d".formatted(number);
  }

  String prompt() {
    return "Question %d about %s.".formatted(number, TOPICS.get(number % TOPICS.size()));
  }

  /** What a model is to say to it. */
  String answer(String run) {
    return "I would ask a doctor. [run %s item %d sum %d]".formatted(run, number, sum());
  }

  /** What the judge is to say of it, 1 to 5. */
  int score() {
    return score(sum());
  }

  private long sum() {
    CRC32 sum = new CRC32();
    sum.update(prompt().getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private static int score(long sum) {
    return (int) (1 + sum % SCORES);
  }

  /** The item a model is asked about; empty when it is asked something else. */
  static Optional<KnownItem> asked(String text) {
    Matcher found = PROMPT.matcher(text);
    return found.find()
        ? Optional.of(new KnownItem(Integer.parseInt(found.group(1))))
        : Optional.empty();
  }

  /**
   * An answer as the judge reads it.
   *
   * @param run who gave it
   * @param item to what
   * @param score made of the answer, not of the item
   */
  record Judged(String run, KnownItem item, int score) {

    /** The answer that is to be judged; empty when there is none. */
    static Optional<Judged> in(String text) {
      Matcher found = ANSWER.matcher(text);
      return found.find()
          ? Optional.of(
              new Judged(
                  found.group(1),
                  new KnownItem(Integer.parseInt(found.group(2))),
                  KnownItem.score(Long.parseLong(found.group(3)))))
          : Optional.empty();
    }
  }

  /** The first so many as a benchmark. */
  static BenchmarkRun.Subject benchmark(int count) {
    String rows =
        first(count).stream()
            .map(
                item ->
                    Json.write(
                        Map.of(
                            "id",
                            item.id(),
                            "suite",
                            "patient-safety",
                            "category",
                            Integer.toString(1 + item.number() % SCORES),
                            "prompt",
                            item.prompt())))
            .collect(Collectors.joining("\n"));
    return new BenchmarkRun.Subject(
        "known-" + count,
        "patient-safety",
        "primum",
        "known.jsonl",
        rows.getBytes(StandardCharsets.UTF_8),
        count,
        JUDGE);
  }
}
