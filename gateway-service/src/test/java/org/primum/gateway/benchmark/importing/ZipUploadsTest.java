package org.primum.gateway.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.protocol.Item;

class ZipUploadsTest {

  private static final String ROW =
      "{\"id\": \"%s\", \"suite\": \"patient-safety\", \"category\": \"1\", \"prompt\": \"May I?\"}\n";

  @TempDir Path folder;

  private Uploads uploads;

  @BeforeEach
  void uploads() {
    uploads = new Uploads(folder);
  }

  @Test
  void filesAreReadInTheZipsOrderWithProblemsByFile() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("b/second.jsonl", ROW.formatted("2"));
    files.put("a/first.jsonl", ROW.formatted("1") + ROW.formatted("2"));

    BenchmarkImport read = BenchmarkImport.read(uploads.zip("primum", files));

    assertThat(read.items()).extracting(Item::id).containsExactly("2", "1");
    assertThat(read.problems())
        .containsExactly(
            new BenchmarkImport.LineProblem(
                "a/first.jsonl", 2, "id \"2\" is there twice; remove or rename one of the two"));
  }

  @Test
  void aLicenceThatCameAlongIsNotedAndNotRead() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("__MACOSX/._rows.jsonl", "x");
    files.put("LICENSE", "Do as you like.");
    files.put("rows.jsonl", ROW.formatted("1"));

    BenchmarkImport read = BenchmarkImport.read(uploads.zip("primum", files));

    assertThat(read.items()).hasSize(1);
    assertThat(read.notes())
        .containsExactly(
            "__MACOSX/._rows.jsonl came along in the zip and was not read.",
            "LICENSE came along in the zip and was not read.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../rows.jsonl",
        "a/../../rows.jsonl",
        "/rows.jsonl",
        "a\\rows.jsonl",
        "C:rows.jsonl"
      })
  void aNameThatLeadsOutOfTheFolderRefusesTheZip(String name) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("good.jsonl", ROW.formatted("1"));
    files.put(name, ROW.formatted("2"));

    String refusal = Refusals.of(uploads.zip("primum", files));

    assertThat(refusal).contains("leads out of its folder. Pack it again with plain names.");
  }

  @Test
  void aZipWithinAZipIsRefused() throws IOException {
    byte[] inner = Files.readAllBytes(uploads.zip("primum", Map.of("rows.jsonl", ROW)).file());

    String refusal = Refusals.of(uploads.zipOfBytes("primum", Map.of("inner.dat", inner)));

    assertThat(refusal).contains("inner.dat: The file looks like a zip within a zip");
  }

  @Test
  void tooManyFilesAreRefused() {
    Map<String, String> files = new LinkedHashMap<>();
    for (int at = 0; at <= ImportedFile.MAX_ENTRIES; at++) {
      files.put("folder-" + at + "/", "");
    }

    String refusal = Refusals.of(uploads.zip("primum", files));

    assertThat(refusal).contains("more than 1,000 files");
  }

  @Test
  void aZipCutOffBetweenTwoFilesIsRefused() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("one.jsonl", ROW.formatted("1"));
    files.put("two.jsonl", ROW.formatted("2"));
    byte[] whole = Files.readAllBytes(uploads.zip("primum", files).file());
    int second =
        new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);

    String refusal = Refusals.of(uploads.bytes("cut.zip", "primum", Arrays.copyOf(whole, second)));

    assertThat(refusal).contains("The zip is damaged, cut off");
  }

  @Test
  void aWorkbookIsNoZipOfRows() {
    String refusal = Refusals.of(uploads.zip("primum", Map.of("[Content_Types].xml", "<Types/>")));

    assertThat(refusal).contains("Office file. Save the sheet as CSV in UTF-8.");
  }

  @Test
  void parquetIsReadFromAZipToo() throws IOException {
    ImportRequest upload =
        uploads.zipOfBytes(
            "xstest", Map.of("data/test.parquet", Resources.bytes("over-refusal-snappy.parquet")));

    BenchmarkImport read = BenchmarkImport.read(upload);

    assertThat(read.items()).hasSize(3);
  }

  @Test
  void manySmallFilesUnpackToNoMoreThanTheBound() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] blanks = " ".repeat(40 * 1024 * 1024).getBytes(UTF_8);
    for (int at = 0; at < 7; at++) {
      files.put("readme-%d.txt".formatted(at), blanks);
    }

    String refusal = Refusals.of(uploads.zipOfBytes("primum", files));

    assertThat(refusal).contains("unpacks to more than 256 MB");
  }
}
