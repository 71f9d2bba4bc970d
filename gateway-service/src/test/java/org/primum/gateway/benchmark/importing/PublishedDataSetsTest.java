package org.primum.gateway.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.primum.protocol.Item;

/** The data sets as published, of which no row may be lost. */
class PublishedDataSetsTest {

  private static final String PSB = "patientsafetybench/patientsafetybench.jsonl";
  private static final String MSB = "medsafetybench/test/gpt4";
  private static final String HARMFUL = "jailbreakbench/harmful-behaviors.csv";
  private static final String BENIGN = "jailbreakbench/benign-behaviors.csv";
  private static final String XSTEST = "xstest/xstest_prompts.csv";
  private static final String XSTEST_V2 = "xstest/xstest_v2_prompts.csv";
  private static final String XSTEST_PARQUET = "xstest/xstest_walledai_test.parquet";

  @TempDir Path folder;

  @Test
  void patientSafetyBenchHas466ItemsInFiveCategories() throws IOException {
    BenchmarkImport read = read(PSB, "patientsafetybench");

    assertComplete(read, 466);
    assertThat(counts(read, Item::category))
        .isEqualTo(Map.of("1", 99L, "2", 99L, "3", 97L, "4", 80L, "5", 91L));
    assertThat(read.items().getLast().id()).isEqualTo("psb_609");
  }

  @Test
  void medSafetyBenchHasNineTimesFiftyItemsInOneZip() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path file : SharedDataSets.files(MSB)) {
      files.put("data/test/gpt4/" + file.getFileName(), Files.readAllBytes(file));
    }
    ImportRequest upload = new Uploads(folder).zipOfBytes("medsafetybench", files);

    BenchmarkImport read = BenchmarkImport.read(upload);

    assertComplete(read, 450);
    assertThat(counts(read, Item::category)).hasSize(9).containsValue(50L).doesNotContainValue(49L);
    assertThat(read.items())
        .extracting(Item::id)
        .startsWith("msb_1_0", "msb_1_1")
        .contains("msb_9_49");
  }

  @Test
  void oneFileOfMedSafetyBenchHasFiftyItems() throws IOException {
    BenchmarkImport read =
        read(MSB + "/med_safety_demonstrations_category_7.csv", "medsafetybench");

    assertComplete(read, 50);
    assertThat(read.items()).allMatch(item -> item.category().equals("7"));
  }

  @Test
  void jailbreakBenchHasTwoHundredItemsInOneZip() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("harmful-behaviors.csv", SharedDataSets.bytes(HARMFUL));
    files.put("benign-behaviors.csv", SharedDataSets.bytes(BENIGN));
    ImportRequest upload = new Uploads(folder).zipOfBytes("jailbreakbench", files);

    BenchmarkImport read = BenchmarkImport.read(upload);

    assertComplete(read, 200);
    assertThat(counts(read, Item::split)).isEqualTo(Map.of("harmful", 100L, "benign", 100L));
    assertThat(counts(read, Item::category)).hasSize(10).doesNotContainValue(19L);
  }

  @Test
  void theThreeLayoutsOfXsTestAreTheSameItems() throws IOException {
    BenchmarkImport labelled = read(XSTEST, "xstest");
    BenchmarkImport second = read(XSTEST_V2, "xstest");
    BenchmarkImport parquet = read(XSTEST_PARQUET, "xstest");

    assertComplete(labelled, 450);
    assertThat(counts(labelled, Item::split)).isEqualTo(Map.of("safe", 250L, "unsafe", 200L));
    assertThat(counts(labelled, Item::category)).hasSize(18);
    assertThat(second).isEqualTo(labelled);
    assertThat(parquet).isEqualTo(labelled);
  }

  @Test
  void judgePromptsOfFactsAreNoExamples() {
    ImportRequest upload = upload("facts_grounding/evaluation_prompts.csv", "facts-grounding");

    assertThat(Refusals.of(upload))
        .contains("no column \"system_instruction\"")
        .contains("It has \"evaluation_method\", \"evaluation_prompt\"");
  }

  @Test
  void aFileSentAsAnotherFormatIsRecognized() {
    ImportRequest upload = upload(XSTEST, "patientsafetybench");

    assertThat(Refusals.of(upload)).contains("looks like CSV").contains("the format \"xstest\"");
  }

  @Test
  void aCutOffParquetIsRefused() {
    byte[] whole = SharedDataSets.bytes(XSTEST_PARQUET);
    ImportRequest upload =
        new Uploads(folder)
            .bytes("xstest.parquet", "xstest", java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThat(Refusals.of(upload)).contains("Parquet file is damaged or cut off");
  }

  @Test
  void aDamagedParquetIsRefused() {
    byte[] whole = SharedDataSets.bytes(XSTEST_PARQUET);
    java.util.Arrays.fill(whole, 2000, 2100, (byte) 0xff);
    ImportRequest upload = new Uploads(folder).bytes("xstest.parquet", "xstest", whole);

    assertThat(Refusals.of(upload)).contains("Parquet file is damaged or cut off");
  }

  @Test
  void aCsvCutOffInsideAQuotedCellIsRefused() {
    String whole =
        new String(SharedDataSets.bytes(MSB + "/med_safety_demonstrations_category_1.csv"), UTF_8);
    int inside = whole.lastIndexOf('"') - 20;
    ImportRequest upload =
        new Uploads(folder).text("category_1.csv", "medsafetybench", whole.substring(0, inside));

    assertThat(Refusals.of(upload)).contains("a quoted cell is not closed");
  }

  @Test
  void aMissingRowIsNoted() throws IOException {
    String whole = new String(SharedDataSets.bytes(PSB), UTF_8);
    ImportRequest upload =
        new Uploads(folder)
            .text("psb.jsonl", "patientsafetybench", whole.substring(whole.indexOf('\n') + 1));

    BenchmarkImport read = BenchmarkImport.read(upload);

    assertThat(read.notes()).containsExactly("The published file has 466 rows, this one has 465.");
  }

  @Test
  void swappedColumnsOfMedSafetyBenchAreRefused() {
    String swapped =
        new String(SharedDataSets.bytes(MSB + "/med_safety_demonstrations_category_3.csv"), UTF_8)
            .replace(
                "harmful_medical_request,safe_response", "safe_response,harmful_medical_request");
    ImportRequest upload = new Uploads(folder).text("category_3.csv", "medsafetybench", swapped);

    assertThat(Refusals.of(upload)).contains("seem to be swapped");
  }

  @Test
  void swappedColumnsOfPatientSafetyBenchAreRefused() {
    String swapped =
        new String(SharedDataSets.bytes(PSB), UTF_8)
            .replace("\"category\":", "\"swap\":")
            .replace("\"judge_count\":", "\"category\":")
            .replace("\"swap\":", "\"judge_count\":");
    ImportRequest upload = new Uploads(folder).text("psb.jsonl", "patientsafetybench", swapped);

    assertThat(Refusals.of(upload)).contains("\"judge_count\" seem to be swapped");
  }

  @Test
  void swappedColumnsOfJailbreakBenchAreRefused() {
    String whole = new String(SharedDataSets.bytes(HARMFUL), UTF_8);

    assertThat(Refusals.of(jailbreak(whole.replace("Goal,Target", "Target,Goal"))))
        .contains("\"Goal\" and \"Target\" seem to be swapped");
    assertThat(
            Refusals.of(jailbreak(whole.replace("Goal,Target,Behavior", "Behavior,Target,Goal"))))
        .contains("\"Target\" and \"Behavior\" seem to be swapped");
  }

  @Test
  void swappedColumnsOfXsTestAreRefused() throws IOException {
    String swapped =
        new String(SharedDataSets.bytes(XSTEST), UTF_8).replaceFirst("type,label", "label,type");
    ImportRequest upload = new Uploads(folder).text("xstest.csv", "xstest", swapped);

    BenchmarkImport read = BenchmarkImport.read(upload);

    assertThat(read.refused()).isEqualTo(450);
    assertThat(read.problems().getFirst().message()).contains("columns may be swapped");
  }

  private ImportRequest jailbreak(String content) {
    return new Uploads(folder).text("harmful-behaviors.csv", "jailbreakbench", content);
  }

  private static BenchmarkImport read(String path, String format) throws IOException {
    return BenchmarkImport.read(upload(path, format));
  }

  private static ImportRequest upload(String path, String format) {
    Path file = SharedDataSets.file(path);
    return new ImportRequest(file, file.getFileName().toString(), format, null, null);
  }

  private static void assertComplete(BenchmarkImport read, int items) {
    assertThat(read.problems()).isEmpty();
    assertThat(read.leftOut()).isEmpty();
    assertThat(read.notes()).isEmpty();
    assertThat(read.items()).hasSize(items);
    assertThat(read.taken()).isEqualTo(items);
  }

  private static Map<String, Long> counts(BenchmarkImport read, Function<Item, String> by) {
    return read.items().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }
}
