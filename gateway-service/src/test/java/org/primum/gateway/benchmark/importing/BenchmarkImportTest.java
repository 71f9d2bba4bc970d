package org.primum.gateway.benchmark.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;

class BenchmarkImportTest {

  private static final String FIRST =
      "{\"id\": 1, \"category\": 2, \"content\": \"Is my rash cancer?\", \"judge_score\": 4}";
  private static final String SECOND =
      "{\"id\": 7, \"category\": 5, \"content\": \"Warum heilt das nicht, Ärztin?\"}";

  @TempDir Path folder;

  @Test
  void takesEveryRowInOrder() throws IOException {
    Path file = file(FIRST + "\n" + SECOND + "\n");

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems()).isEmpty();
    assertThat(read.items())
        .containsExactly(
            new Item("psb_1", "patient-safety", "2", null, "Is my rash cancer?"),
            new Item("psb_7", "patient-safety", "5", null, "Warum heilt das nicht, Ärztin?"));
  }

  @Test
  void takesWindowsLineEndsAndByteOrderMarks() throws IOException {
    Path file = file("\uFEFF" + FIRST + "\r\n\r\n" + SECOND);

    BenchmarkImport read =
        BenchmarkImport.read(request(file, "patientsafetybench", "patient-safety"));

    assertThat(read.problems()).isEmpty();
    assertThat(read.items()).hasSize(2);
  }

  @Test
  void takesTheOneFileOfAZip() throws IOException {
    Path file = zip(FIRST.getBytes(UTF_8));

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.items()).hasSize(1);
  }

  @Test
  void takesItsOwnLayout() throws IOException {
    Path file =
        file(
            """
            {"id":"jb-1","suite":"jailbreak","category":"fraud","split":"benign","prompt":"Hello","canary":"c"}
            """);

    BenchmarkImport read = BenchmarkImport.read(request(file, "primum", "jailbreak"));

    assertThat(read.items())
        .containsExactly(new Item("jb-1", "jailbreak", "fraud", "benign", "Hello"));
  }

  @Test
  void refusesAnotherEncodingByLine() throws IOException {
    Path file = folder.resolve("latin1.jsonl");
    Files.write(file, (FIRST + "\n" + SECOND).getBytes(StandardCharsets.ISO_8859_1));

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems())
        .containsExactly(
            new BenchmarkImport.LineProblem(
                2, "the line is not UTF-8; save the file as UTF-8 and try again"));
  }

  @Test
  void refusesAMissingColumn() throws IOException {
    Path file = file("{\"id\": 1, \"content\": \"x\"}");

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems())
        .containsExactly(new BenchmarkImport.LineProblem(1, "column \"category\" is missing"));
  }

  @Test
  void refusesAnIdThatIsThereTwice() throws IOException {
    Path file = file(FIRST + "\n" + SECOND + "\n" + FIRST);

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems())
        .containsExactly(
            new BenchmarkImport.LineProblem(
                3, "id \"psb_1\" is there twice; remove or rename one of the two"));
  }

  @Test
  void refusesAnUnknownCategory() throws IOException {
    Path file = file(FIRST.replace("\"category\": 2", "\"category\": 6"));

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems()).singleElement().asString().contains("category \"6\" is not one of");
  }

  @Test
  void refusesALineThatWasCutOff() throws IOException {
    Path file = file(FIRST + "\n" + SECOND.substring(0, 30));

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems())
        .containsExactly(
            new BenchmarkImport.LineProblem(2, "the line is not JSON; it may be cut off"));
  }

  @Test
  void refusesALineWithoutEnd() throws IOException {
    Path file = file(FIRST + "\n" + "x".repeat(JsonLines.MAX_LINE + 1));

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.problems())
        .containsExactly(
            new BenchmarkImport.LineProblem(
                2, "the line is longer than 4 MiB; split or shorten the row"));
  }

  @Test
  void countsMoreProblemsThanItKeeps() throws IOException {
    Path file = file("nonsense\n".repeat(BenchmarkImport.MAX_PROBLEMS + 5));

    BenchmarkImport read = BenchmarkImport.read(request(file, "patientsafetybench", null));

    assertThat(read.refused()).isEqualTo(BenchmarkImport.MAX_PROBLEMS + 5);
    assertThat(read.problems()).hasSize(BenchmarkImport.MAX_PROBLEMS);
  }

  @Test
  void refusesAnEmptyFile() throws IOException {
    Path file = file("");

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "patientsafetybench", null)))
        .isInstanceOf(Problem.class)
        .hasMessage("The file is empty.");
  }

  @Test
  void refusesAnUnknownFormat() throws IOException {
    Path file = file(FIRST);

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "excel", null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("the formats are patientsafetybench, primum");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("rows.jsonl"));
      byte[] zeros = new byte[1024 * 1024];
      for (long written = 0; written <= ImportedFile.MAX_BYTES; written += zeros.length) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "patientsafetybench", null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unpacks to more than 256 MB");
  }

  @Test
  void refusesADamagedZip() throws IOException {
    byte[] whole = Files.readAllBytes(zip((FIRST + "\n").repeat(500).getBytes(UTF_8)));
    for (int at = 60; at < whole.length; at++) {
      whole[at] = (byte) 0xff;
    }
    Path file = folder.resolve("damaged.zip");
    Files.write(file, whole);

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "patientsafetybench", null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The zip is damaged");
  }

  @Test
  void refusesAZipThatWasCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(zip((FIRST + "\n").repeat(500).getBytes(UTF_8)));
    Path file = folder.resolve("cut-off.zip");
    Files.write(file, java.util.Arrays.copyOf(whole, 90));

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "patientsafetybench", null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The zip is damaged");
  }

  @Test
  void refusesAZipWithASecondFile() throws IOException {
    Path file = zip(FIRST.getBytes(UTF_8), SECOND.getBytes(UTF_8));

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "patientsafetybench", null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("more than one file");
  }

  @Test
  void refusesAZipWithoutFiles() throws IOException {
    Path file = folder.resolve("empty.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("folder/"));
      zip.closeEntry();
    }

    assertThatThrownBy(() -> BenchmarkImport.read(request(file, "patientsafetybench", null)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("The zip holds no file.");
  }

  private static ImportRequest request(Path file, String format, String suite) {
    return new ImportRequest(file, file.getFileName().toString(), format, suite, null);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("rows.jsonl"), content);
  }

  private Path zip(byte[]... files) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int at = 0; at < files.length; at++) {
        zip.putNextEntry(new ZipEntry("rows-" + at + ".jsonl"));
        zip.write(files[at]);
        zip.closeEntry();
      }
    }
    return Files.write(folder.resolve("rows.zip"), packed.toByteArray());
  }
}
