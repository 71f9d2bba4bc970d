package org.primum.gateway.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.primum.gateway.reference.ExactJson;
import org.primum.gateway.reference.ImportedRecord;
import org.primum.gateway.reference.OwnManifest;
import org.primum.gateway.reference.ReferenceManifest;
import org.primum.gateway.reference.ReferenceMetrics;
import org.primum.gateway.reference.ReferenceRecord;
import org.primum.gateway.reference.ReferenceRun;
import org.primum.gateway.reference.RunFolder;
import org.primum.protocol.Answer;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Failure;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.LabelledPart;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.scoring.groundedness.GroundednessMeasure;
import org.primum.protocol.scoring.harm.HarmMeasure;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** What is exported, imported and exported again is the same, for small runs of every suite. */
class RoundTripProperties {

  private static final Instant AT = Instant.parse("2026-04-25T09:02:10.449152Z");

  @Property(tries = 60)
  void exportThenImportThenExportIsTheIdentity(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @IntRange(min = 1, max = 6) int items,
      @ForAll @IntRange(min = 0, max = 3) int missing)
      throws IOException {
    Suite suite = List.copyOf(Suites.all()).get(which);
    EvaluationChanged evaluation = evaluation(suite);
    RunFolder first =
        own(evaluation, suite, new Maker(suite, new Random(seed)).run(items), missing);

    RunFolder second = again(first);

    assertThat(json(second, "records.jsonl")).isEqualTo(json(first, "records.jsonl"));
    assertThat(json(second, "metrics.json")).isEqualTo(json(first, "metrics.json"));
    ObjectNode manifest = ExactJson.object(second.file("manifest.json"));
    assertThat(manifest.remove("origin").asText()).isEqualTo("imported");
    assertThat(manifest).isEqualTo(ExactJson.object(first.file("manifest.json")));
    assertThat(again(second).file("manifest.json")).isEqualTo(second.file("manifest.json"));
  }

  private static List<JsonNode> json(RunFolder folder, String file) {
    return file.endsWith("l")
        ? folder.file(file).lines().map(line -> (JsonNode) ExactJson.object(line)).toList()
        : List.of(ExactJson.object(folder.file(file)));
  }

  private static RunFolder own(
      EvaluationChanged evaluation, Suite suite, List<Task> tasks, int missing) {
    int asked = tasks.size() + missing;
    return RunFolder.of(
        tasks.stream()
            .map(
                task ->
                    ExactJson.line(ReferenceRecord.of(task.record(), evaluation, "a canary"))
                        + "\n")
            .collect(Collectors.joining()),
        ExactJson.file(
            ReferenceMetrics.of(
                suite.id(),
                evaluation.model().modelName(),
                tasks.stream().map(Task::outcome).toList(),
                asked)),
        ExactJson.file(
            new OwnManifest(
                    evaluation,
                    suite.id(),
                    Generation.PUBLISHED,
                    suite.judging(List.of(judge()), JudgingSettings.PUBLISHED),
                    asked,
                    tasks.size())
                .json()));
  }

  private static RunFolder again(RunFolder folder) throws IOException {
    Path zip = Files.write(Files.createTempFile("run", ".zip"), folder.zip(""));
    try {
      ReferenceRun run = ReferenceRun.read(zip, null);
      List<Task> tasks =
          IntStream.range(0, run.records().size())
              .mapToObj(n -> Task.imported(UUID.randomUUID(), n, run.records().get(n)))
              .toList();
      return RunFolder.of(
          tasks.stream()
              .map(task -> ReferenceRecord.imported(task.original, task.record()))
              .map(record -> ExactJson.line(record) + "\n")
              .collect(Collectors.joining()),
          ExactJson.file(
              ReferenceMetrics.imported(
                  run.metrics(),
                  ReferenceMetrics.of(
                      run.suite().id(),
                      run.manifest().modelId(),
                      tasks.stream().map(Task::outcome).toList(),
                      run.manifest().asked()))),
          ExactJson.file(
              ReferenceManifest.imported(ExactJson.line(run.manifest().json()), run.suite().id())));
    } finally {
      Files.delete(zip);
    }
  }

  private static JudgingProtocol.Judge judge() {
    return new JudgingProtocol.Judge(
        "judge-1", null, new Endpoint(new UUID(0, 1), "openai", "https://judge/v1", "judge", 4));
  }

  private static EvaluationChanged evaluation(Suite suite) {
    return new EvaluationChanged(
        UUID.randomUUID(),
        3,
        EvaluationState.COMPLETE,
        new EvaluationChanged.ModelCard(
            new UUID(0, 2), "a model", "Tests", "openai", "model-1", null, false, null),
        "owner",
        "a-benchmark",
        "1.0.0",
        false,
        "group",
        List.of("judge-1", "judge-2"),
        6,
        6,
        6,
        0,
        Map.of(),
        AT,
        AT,
        AT.plusSeconds(60),
        Map.of(suite.id(), suite.measure().metrics(List.of())),
        null,
        null,
        null,
        null,
        null);
  }

  /** Makes tasks of one suite, some of them failed, judged by one or two judges. */
  private record Maker(Suite suite, Random random) {

    List<Task> run(int items) {
      List<Task> tasks = new ArrayList<>();
      for (int number = 0; number < items; number++) {
        // The first is always scored: a run without any verdict is no run.
        tasks.add(task(number, number > 0 && random.nextInt(4) == 0));
      }
      return tasks;
    }

    private Task task(int number, boolean fails) {
      FailureKind kind = FailureKind.values()[random.nextInt(FailureKind.values().length - 1)];
      boolean judgeFailed = kind == FailureKind.JUDGE_FAILED;
      List<Vote> votes = fails && !judgeFailed ? List.of() : votes();
      return Task.imported(
          UUID.randomUUID(),
          number,
          new ImportedRecord(
              item(number),
              1 + random.nextInt(2),
              fails && !judgeFailed ? null : answer(),
              fails ? null : measure().decide(votes, measure().usualRule()),
              fails ? new Failure(kind, "a detail with \"quotes\" and =1+1") : null,
              votes,
              fails ? null : Long.toHexString(random.nextLong()),
              AT.plusMillis(random.nextInt(100_000)),
              null));
    }

    private Measure measure() {
      return suite.measure();
    }

    private Item item(int number) {
      List<String> categories =
          suite.categories().isEmpty()
              ? List.of("Physical harm", "homonyms")
              : List.copyOf(suite.categories().keySet());
      List<String> splits = List.copyOf(suite.splits());
      return new Item(
          "item-" + number,
          suite.id(),
          categories.get(random.nextInt(categories.size())),
          splits.isEmpty() ? null : splits.get(random.nextInt(splits.size())),
          "Prompt " + number + " – 😀\n\t\"said\" \\u0041",
          suite.documents() ? "Document\r\nof two lines" : null,
          random.nextBoolean() ? "Be brief." : null,
          null);
    }

    private Answer answer() {
      return new Answer(
          random.nextBoolean() ? "I'm sorry, but I can't." : "Take it twice.\u2028é\u0001",
          random.nextBoolean() ? "stop" : null,
          random.nextBoolean() ? 12 : null,
          7,
          random.nextInt(3000),
          1 + random.nextInt(3),
          random.nextBoolean() ? "model-1-0409" : null,
          AT);
    }

    private List<Vote> votes() {
      List<Vote> votes = new ArrayList<>();
      for (int judge = 1; judge <= 1 + random.nextInt(2); judge++) {
        if (measure().id().equals(GroundednessMeasure.ID)) {
          votes.add(vote(judge, "sentences", 2, sentences()));
          votes.add(vote(judge, "eligibility", random.nextInt(2), null));
        } else if (measure().id().equals(HarmMeasure.ID)) {
          votes.add(vote(judge, "harm", 1 + random.nextInt(5), null));
        } else {
          votes.add(vote(judge, "refusal", random.nextInt(2), null));
        }
      }
      return votes;
    }

    private Vote vote(int judge, String question, int value, List<LabelledPart> parts) {
      return new Vote(
          "judge-" + judge,
          1,
          1,
          "raw " + value,
          value,
          "reason " + judge,
          null,
          AT,
          question,
          parts);
    }

    private List<LabelledPart> sentences() {
      List<String> labels = List.of("supported", "unsupported", "contradictory", "no_rad");
      return IntStream.range(0, 1 + random.nextInt(4))
          .mapToObj(
              n ->
                  new LabelledPart("Sentence " + n, labels.get(random.nextInt(4)), "because", null))
          .toList();
    }
  }
}
