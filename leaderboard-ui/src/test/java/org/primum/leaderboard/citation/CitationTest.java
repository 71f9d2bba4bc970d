package org.primum.leaderboard.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CitationTest {

  private static Citation of(String title) {
    return new Citation(
        "primum-evaluation-5f0e",
        title,
        "1.0.0",
        LocalDate.of(2026, 11, 24),
        "https://primum.example.org/evaluations/5f0e",
        "Evaluation 5f0e, judged by judge_1 & judge_2");
  }

  @Test
  void aBibliographyHasTheUsualFields() throws Exception {
    BibTeXEntry entry = parsed(of("Safety evaluation of Model 7B"));

    assertThat(entry.getType()).isEqualTo(BibTeXEntry.TYPE_MISC);
    assertThat(value(entry, "title")).isEqualTo("{Safety evaluation of Model 7B}");
    assertThat(value(entry, "author")).isEqualTo("{Primum}");
    assertThat(value(entry, "year")).isEqualTo("2026");
    assertThat(value(entry, "url")).isEqualTo("https://primum.example.org/evaluations/5f0e");
    assertThat(plain(value(entry, "note")))
        .isEqualTo("Evaluation 5f0e, judged by judge_1 & judge_2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100% {safe}",
        "} , author = {Somebody",
        "{{{",
        "}}}",
        "\\input{/etc/passwd}",
        "\\end{document}",
        "<script>alert(1)</script>",
        "=cmd()|'/c calc'",
        "a \" # $ & _ ^ ~ b",
        "@misc{x, title={y}}",
        "Müller 日本 עברית"
      })
  void aHostileNameIsTextAndNothingElse(String name) throws Exception {
    BibTeXEntry entry = parsed(of(name));

    assertThat(entry.getFields()).hasSize(7);
    assertThat(value(entry, "author")).isEqualTo("{Primum}");
    assertThat(value(entry, "title")).doesNotContain("\\input", "\\end");
  }

  @Test
  void charactersWithAMeaningAreWrittenByTheirCommands() {
    assertThat(BibTeX.escaped("a{b}c\\d_e%f#g$h&i~j^k"))
        .isEqualTo(
            "a{\\textbraceleft}b{\\textbraceright}c{\\textbackslash}d\\_e\\%f\\#g\\$h\\&i"
                + "{\\textasciitilde}j{\\textasciicircum}k");
  }

  @Test
  void whatTurnsTheDirectionIsLeftOutAndLinesAreJoined() {
    assertThat(BibTeX.escaped("a\u202Eb\u2066c\r\n\r\nd\u0000e")).isEqualTo("abc de");
  }

  @Property(tries = 300)
  void anyNameLeavesOneEntryWithItsFields(@ForAll String name) throws Exception {
    assertThat(parsed(of(name)).getFields()).hasSize(7);
  }

  @Property(tries = 300)
  void anyNameLeavesACitationFileThatCanBeRead(@ForAll String name) {
    Map<String, Object> file = citationFile(of(name));

    assertThat(file)
        .containsOnlyKeys(
            "cff-version",
            "type",
            "message",
            "title",
            "version",
            "date-released",
            "authors",
            "url",
            "license-url",
            "abstract")
        .containsEntry("type", "dataset");
  }

  @Test
  void aCitationFileSaysWhatAndWhere() {
    Map<String, Object> file = citationFile(of("Starter: \"first\" # {x}"));

    assertThat(file)
        .containsEntry("cff-version", "1.2.0")
        .containsEntry("title", "Starter: \"first\" # {x}")
        .containsEntry("url", "https://primum.example.org/evaluations/5f0e")
        .containsEntry("license-url", "https://primum.example.org/data#licence");
  }

  private static Map<String, Object> citationFile(Citation citation) {
    return new Yaml(new SafeConstructor(new LoaderOptions()))
        .load(citation.citationFile("https://primum.example.org/data#licence"));
  }

  private static BibTeXEntry parsed(Citation citation) throws Exception {
    BibTeXDatabase database = new BibTeXParser().parse(new StringReader(citation.bibTeX()));
    assertThat(database.getObjects()).hasSize(1);
    return database.getEntries().values().iterator().next();
  }

  private static String value(BibTeXEntry entry, String field) {
    return entry.getField(new Key(field)).toUserString();
  }

  private static String plain(String latex) throws Exception {
    return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex)));
  }
}
