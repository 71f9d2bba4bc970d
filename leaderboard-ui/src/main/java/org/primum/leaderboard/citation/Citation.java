package org.primum.leaderboard.citation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.primum.leaderboard.page.PlainText;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;

/**
 * How to cite something that stands under an address for good.
 *
 * @param key tells citations apart within a list
 * @param title as it stands in a list of references
 * @param version of the benchmark
 * @param published when it was there, or null
 * @param address where it is
 * @param note what a reader should know besides
 */
public record Citation(
    String key, String title, String version, LocalDate published, String address, String note) {

  private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");
  private static final int LONGEST = 200;

  /** Of an evaluation on the page with that address. */
  public static Citation of(EvaluationChanged evaluation, String address) {
    String imported = evaluation.imported() ? ", a run that was brought in" : "";
    String simulated = evaluation.model().simulated() ? ", a simulated model" : "";
    String withdrawn = evaluation.withdrawn() ? ", withdrawn by its owner" : "";
    return new Citation(
        "primum-evaluation-" + evaluation.id().toString().substring(0, 8),
        "Safety evaluation of %s (%s) on %s %s"
            .formatted(
                evaluation.model().name(),
                evaluation.model().organization(),
                evaluation.benchmark(),
                evaluation.version()),
        evaluation.version(),
        day(evaluation.finishedAt()),
        address,
        "Evaluation %s%s%s%s; %d of %d answers scored; judged by %s"
            .formatted(
                evaluation.id(),
                imported,
                simulated,
                withdrawn,
                evaluation.scored(),
                evaluation.asked(),
                String.join(", ", evaluation.judges())));
  }

  /** Of a benchmark version on the page with that address. */
  public static Citation of(BenchmarkChanged version, String address) {
    return new Citation(
        "primum-"
            + NO_KEY
                .matcher((version.benchmark() + "-" + version.version()).toLowerCase(Locale.ROOT))
                .replaceAll("-"),
        "%s %s: a benchmark of the safety of medical language models"
            .formatted(version.benchmark(), version.version()),
        version.version(),
        day(version.publishedAt()),
        address,
        "Content hash %s".formatted(version.contentHash()));
  }

  private static LocalDate day(Instant instant) {
    return instant == null ? null : LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** For a bibliography in LaTeX. */
  public String bibTeX() {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("title", BibTeX.name(title));
    fields.put("author", BibTeX.name("Primum"));
    if (published != null) {
      fields.put("year", Integer.toString(published.getYear()));
      fields.put("month", Integer.toString(published.getMonthValue()));
    }
    fields.put("version", BibTeX.escaped(version));
    // An address is taken as it is, so nothing may be in it that could end the value.
    fields.put("url", address.replaceAll("[{}\\\\\\s]", ""));
    fields.put("note", BibTeX.escaped(note));
    return BibTeX.entry("misc", key, fields);
  }

  /**
   * A CITATION.cff by the Citation File Format, version 1.2.0. Its texts are JSON strings, which
   * YAML reads as such.
   *
   * @param licence the address of the page that says who may do what with the content
   */
  public String citationFile(String licence) {
    String date = published == null ? "" : "date-released: \"%s\"\n".formatted(published);
    return """
    cff-version: 1.2.0
    type: dataset
    message: "If you use these data, please cite them as below."
    title: %s
    version: %s
    %sauthors:
      - name: "Primum"
    url: %s
    license-url: %s
    abstract: %s
    """
        .formatted(
            quoted(title), quoted(version), date, quoted(address), quoted(licence), quoted(note));
  }

  private static String quoted(String text) {
    return Json.write(PlainText.line(text, LONGEST));
  }
}
