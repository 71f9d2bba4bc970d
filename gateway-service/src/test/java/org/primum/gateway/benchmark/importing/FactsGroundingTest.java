package org.primum.gateway.benchmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.primum.protocol.Item;

class FactsGroundingTest {

  private static final String HEADER =
      "system_instruction,user_request,context_document,full_prompt";
  private static final String DOCUMENT =
      "Leaflet, page 1.\n\nTake one tablet.\n\"Never\" take two.\n";
  private static final String ROW = row("What is the dose?", DOCUMENT);

  @TempDir Path folder;

  private Uploads uploads;

  @BeforeEach
  void uploads() {
    uploads = new Uploads(folder);
  }

  @Test
  void takesDocumentsWithLineBreaksVerbatim() throws IOException {
    BenchmarkImport read = read(HEADER + "\n" + ROW + "\n" + ROW + "\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.items())
        .first()
        .isEqualTo(
            new Item(
                "facts_1",
                "groundedness",
                "medical",
                null,
                "What is the dose?",
                DOCUMENT,
                "Answer from the text only.",
                null));
    assertThat(read.items()).extracting(Item::id).containsExactly("facts_1", "facts_2");
  }

  @Test
  void leavesOtherDomainsOutAndKeepsTheNumbers() throws IOException {
    BenchmarkImport read =
        read(
            "%s,domain,type\n%s,Legal,a\n%s,Medical,b\n%s,Unknown,c\n"
                .formatted(HEADER, ROW, ROW, ROW));

    assertThat(read.refused()).isZero();
    assertThat(read.items()).extracting(Item::id).containsExactly("facts_2");
    assertThat(read.leftOut())
        .containsExactly(new BenchmarkImport.LeftOut("of another domain than Medical", 2));
  }

  @Test
  void leavesLongDocumentsOutAndNamesTheTokenizer() throws IOException {
    String fits = "dose ".repeat(4_900);
    String tooLong = "dose ".repeat(5_100);

    BenchmarkImport read =
        read(HEADER + "\n" + row("Why?", fits) + "\n" + row("Why?", tooLong) + "\n");

    assertThat(read.items()).extracting(Item::id).containsExactly("facts_1");
    assertThat(read.leftOut())
        .containsExactly(
            new BenchmarkImport.LeftOut("document and request of more than 5,000 tokens", 1));
    assertThat(read.tokenizer()).isEqualTo("o200k_base");
  }

  @Test
  void aDocumentBeyondAllBoundsIsLeftOutUncounted() throws IOException {
    BenchmarkImport read =
        read(HEADER + "\n" + row("Why?", "x".repeat(Item.MAX_DOCUMENT + 1)) + "\n");

    assertThat(read.refused()).isZero();
    assertThat(read.leftOut()).hasSize(1);
  }

  @Test
  void tellsOfADocumentThatWasDecodedWronglyAndTakesIt() throws IOException {
    BenchmarkImport read =
        read(
            HEADER
                + "\n"
                + row("Why?", "The patient\u00e2\u20ac\u2122s dose is one tablet.")
                + "\n");

    assertThat(read.items()).hasSize(1);
    assertThat(read.notes())
        .containsExactly(
            "Documents with characters that were decoded wrongly: 1, the first on line 2.");
  }

  @Test
  void noticesSwappedColumns() {
    String swapped =
        HEADER.replace("user_request,context_document", "context_document,user_request");

    String refusal =
        Refusals.of(uploads.text("facts.csv", "facts-grounding", swapped + "\n" + ROW + "\n"));

    assertThat(refusal)
        .contains("\"context_document\", \"user_request\" and \"full_prompt\" seem to be swapped");
  }

  @Test
  void aRowWithoutDocumentIsRefused() throws IOException {
    BenchmarkImport read = read(HEADER + "\n" + row("Why?", "") + "\n" + ROW + "\n");

    assertThat(read.problems())
        .containsExactly(
            new BenchmarkImport.LineProblem(2, "column \"context_document\" is empty"));
  }

  private BenchmarkImport read(String content) throws IOException {
    return BenchmarkImport.read(uploads.text("examples.csv", "facts-grounding", content));
  }

  private static String row(String request, String document) {
    return "Answer from the text only.,%s,\"%s\",\"%s\""
        .formatted(request, document.replace("\"", "\"\""), document.replace("\"", "\"\""));
  }
}
