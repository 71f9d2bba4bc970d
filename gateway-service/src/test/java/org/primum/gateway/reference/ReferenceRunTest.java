package org.primum.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.FailureKind;

/** What is taken of a run that somebody brings, and in what words the rest is refused. */
class ReferenceRunTest {

  private static final String RECORDS = "records.jsonl";
  private static final String MANIFEST = "manifest.json";
  private static final String METRICS = "metrics.json";

  @TempDir Path directory;

  private final RunFolder folder = RunFolder.small("run-1");

  @Test
  void aGoodRunIsTaken() throws IOException {
    folder.with("LICENSE", "whatever");

    ReferenceRun run = ReferenceRun.read(folder.zipIn(directory), null);

    assertThat(run.suite().id()).isEqualTo("patient-safety");
    assertThat(run.records()).hasSize(4);
    assertThat(run.ignored()).containsExactly("run/LICENSE");
    ImportedRecord first = run.records().getFirst();
    assertThat(first.item().prompt()).isEqualTo("=1+0 and what is a fever?");
    assertThat(first.item().category()).isEqualTo("1");
    assertThat(first.answer().promptTokens()).isEqualTo(7);
    assertThat(first.verdict().label()).isEqualTo("1");
    assertThat(first.votes()).singleElement().extracting("judge").isEqualTo("small-judge");
    assertThat(first.at()).isEqualTo("2026-04-25T09:02:10.453722Z");
  }

  /** What an administrator exported of a private part is not to come out of it this way. */
  @Test
  void aPrivateItemStaysPrivate() throws IOException {
    folder.replacing(RECORDS, "{\"id\": 3, ", "{\"part\": \"private\", \"id\": 3, ");

    ReferenceRun run = ReferenceRun.read(folder.zipIn(directory), null);

    assertThat(run.records())
        .extracting(record -> record.item().hidden())
        .containsExactly(false, false, false, true);
  }

  @Test
  void aRecordWithoutScoreIsMissingAndNotRefused() throws IOException {
    folder.lastJudged("\"Answer 3.\", \"finish_reason\": null", "\"label\": \"Well, \", ");

    ReferenceRun run = ReferenceRun.read(folder.zipIn(directory), null);

    assertThat(run.records().getLast().failure().kind()).isEqualTo(FailureKind.JUDGE_FAILED);
    assertThat(run.records().getLast().verdict()).isNull();
  }

  @Test
  void anAnswerThatAFilterWithheldIsNoAnswer() throws IOException {
    folder.lastJudged(
        "\"[CONTENT_FILTERED]\", \"finish_reason\": \"content_filter\"",
        "\"label\": \"content_filtered\", ");

    ReferenceRun run = ReferenceRun.read(folder.zipIn(directory), null);

    assertThat(run.records().getLast().failure().kind()).isEqualTo(FailureKind.CONTENT_FILTER);
    assertThat(run.records().getLast().answer()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "null", "\"4\"", "0", "-1", "1e999999999", "true", "4.4"})
  void anUnknownScoreIsRefusedWithItsLine(String score) {
    folder.replacing(RECORDS, "\"score\": 5.0", "\"score\": " + score);

    refused().hasMessageContaining("1 of 4 records cannot be taken. In line 4: judge_output:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\": \"psb_3\"      | \"id\": \"psb_0\"      | In line 4: id \"psb_0\" is there twice",
        "\"id\": \"psb_3\"      | \"id\": \"\"           | In line 4: id is empty",
        "\"run_id\": \"run-1\"  | \"run_id\": \"other\"  | In line 1: run_id is \"other\", and in",
        "\"benchmark\": \"psb\" | \"benchmark\": \"msb\" | In line 1: benchmark is \"msb\"",
        "\"category\": 2        | \"category\": 9        | In line 3: category \"9\" is not one of",
        "\"category\": 2        | \"category\": {}       | In line 3: example.category is missing",
        "\"text\": \"Answer 0.\" | \"text\": 5           | In line 1: text is missing or is not text",
        "T09:02:12.453722       | yesterday              | In line 3: timestamp is not a time",
        "2026-04-25T09:02:12    | 0001-04-25T09:02:12    | In line 3: timestamp is not a time of this",
        "\"meta\": {}, \"judge  | \"meta\": {}, \"meta\": {}, \"judge | a field is there twice",
        "\"input\": \"=1+0      | \"input\": [\"=1+0     | In line 1: it is not JSON",
        "\"meta\": {}, \"judge  | \"identity\": \"\\u0000\", \"judge | identity is longer than 200",
        "\"meta\": {}, \"judge  | \"votes\": [null], \"judge | votes are not a list of votes",
        "\"meta\": {}, \"judge  | \"failure\": {\"kind\": \"lost\"}, \"judge | both a failure and a",
        "and what is a fever?   | and \\u0000            | holds a NUL character",
        "\"meta\": {}, \"judge  | \"repetition\": 1.5, \"judge | repetition is missing or is not",
      })
  void aWrongRecordIsRefusedWithItsLine(String words, String others, String sentence) {
    folder.replacing(RECORDS, words, others);

    refused().hasMessageContaining(sentence);
  }

  @Test
  void recordsCutOffAreRefused() {
    String records = folder.file(RECORDS);
    folder.with(RECORDS, records.substring(0, records.length() - 200));

    refused().hasMessageContaining("In line 4: it is not JSON; it may be cut off");
  }

  @Test
  void missingLinesAreRefused() {
    folder.with(RECORDS, folder.file(RECORDS).lines().findFirst().orElseThrow());

    refused().hasMessageContaining("holds 1 records, and the manifest's completed_examples is 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"safe_rate\": 0.5,       | \"safe_rate\": 0.75,",
        "\"mean_score\": 2.75      | \"mean_score\": 2.7500000001",
        "\"total_count\": 4        | \"total_count\": 5",
        "\"mean_score\": 1.5,      | \"mean_score\": \"1.5\",",
        "{\"1\": 1, \"2\": 1, \"3\": 1 | {\"7\": 0, \"1\": 1, \"2\": 1, \"3\": 1",
        "\"2\": {\"safety\"        | \"3\": {\"safety\"",
        "\"unsafe_rate\": 0.25,    | ",
      })
  void metricsThatDoNotFollowFromTheRecordsAreRefused(String words, String others) {
    folder.replacing(METRICS, words, others == null ? "" : others);

    refused().hasMessageContaining("metrics.json does not follow from the records");
  }

  @Test
  void metricsOfAnotherModelAreRefused() {
    folder.replacing(METRICS, "\"model_id\": \"small-model\"", "\"model_id\": \"other\"");

    refused().hasMessageContaining("model_id is \"other\" in metrics.json");
  }

  @Test
  void theNumbersThatDifferAreNamed() {
    folder.replacing(METRICS, "\"safe_rate\": 0.5,", "\"safe_rate\": 0.75,");

    refused()
        .hasMessageContaining(
            "metrics.safety.value.safe_rate is recorded as 0.75, and its records give 0.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "completed_at       | ''          | the run was not completed",
        "completed_at       | 2020-01-01T00:00:00 | completed_at is before started_at",
        "run_id             | ''          | run_id is empty",
        "benchmark          | ../../etc   | benchmark may have letters",
        "benchmark          | mmlu        | is none of [psb,",
        "model_id           | other       | model_id is \"small-model\", and in the manifest other",
      })
  void aWrongManifestIsRefused(String field, String value, String sentence) {
    folder.manifest(manifest -> manifest.put(field, value));

    refused().hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"total_examples", "completed_examples"})
  void countsThatAreNoneAreRefused(String field) {
    folder.manifest(manifest -> manifest.put(field, 3_000_000_000L));

    refused().hasMessageContaining(field + " is missing or is not a whole number");
  }

  @Test
  void moreRecordsThanExamplesAreRefused() {
    folder.manifest(manifest -> manifest.put("total_examples", 3));

    refused().hasMessageContaining("completed_examples is 4, more than the 3 of total_examples");
  }

  @Test
  void theWrongSuiteIsRefused() {
    Path zip = folder.zipIn(directory);

    assertThatThrownBy(() -> ReferenceRun.read(zip, "over-refusal"))
        .isInstanceOf(Problem.class)
        .hasMessage(
            "The manifest's benchmark \"psb\" is of the suite patient-safety, not of over-refusal.");
  }

  @ParameterizedTest
  @ValueSource(strings = {RECORDS, METRICS, MANIFEST})
  void aMissingFileIsNamed(String file) {
    folder.without(file);

    refused().hasMessageContaining("The zip holds no " + file);
  }

  @Test
  void aNameThatLeadsOutIsRefused() {
    folder.with("../../records.jsonl", "");

    refused().hasMessageContaining("leads out of its folder");
  }

  @Test
  void twoRunsInOneZipAreRefused() {
    folder.with("second/records.jsonl", "");

    refused().hasMessageContaining("more than one run");
  }

  @Test
  void aHugeLineIsRefusedBeforeItIsHeld() throws IOException {
    folder.with(RECORDS, "[".repeat(70 * 1024 * 1024));
    Path zip = folder.zipIn(directory);

    assertThat(Files.size(zip)).isLessThan(1024 * 1024);
    assertThatThrownBy(() -> ReferenceRun.read(zip, null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unpacks to more than 64 MB");
  }

  @Test
  void aLongLineIsRefused() {
    folder.with(RECORDS, "[".repeat(5 * 1024 * 1024) + "\n" + folder.file(RECORDS));

    refused().hasMessageContaining("In line 1: it is longer than");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path zip = folder.zipIn(directory);
    byte[] bytes = Files.readAllBytes(zip);

    for (int cut : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
      Files.write(zip, Arrays.copyOf(bytes, cut));
      assertThat(catchThrowableOfType(Problem.class, () -> ReferenceRun.read(zip, null)))
          .as("cut at %d", cut)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void aFlippedByteIsFound() throws IOException {
    Path zip = folder.zipIn(directory);
    byte[] bytes = Files.readAllBytes(zip);

    for (int at = 60; at < 400; at += 17) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 0x10;
      Files.write(zip, flipped);
      assertThat(catchThrowableOfType(Problem.class, () -> ReferenceRun.read(zip, null)))
          .as("flipped at %d", at)
          .isNotNull();
    }
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused() {
    Path zip = folder.zipIn(directory);
    return assertThatThrownBy(() -> ReferenceRun.read(zip, null)).isInstanceOf(Problem.class);
  }
}
