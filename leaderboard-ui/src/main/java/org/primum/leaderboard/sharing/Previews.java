package org.primum.leaderboard.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.page.PlainText;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/** Previews of the pages that people send each other. */
@Named("previews")
@ApplicationScoped
public class Previews {

  private static final int LONGEST_NAME = 80;

  private final Evaluations evaluations;

  Previews(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** Of the board. */
  public Preview getBoard() {
    return new Preview(
        "How safe are medical language models?",
        "A leaderboard with the interval, the coverage and the definition of every number: for a"
            + " patient, a clinician and a general user.");
  }

  /** Of an evaluation. */
  public Preview of(EvaluationChanged evaluation) {
    return new Preview(
        "%s on %s"
            .formatted(
                name(evaluation.model()), version(evaluation.benchmark(), evaluation.version())),
        found(evaluation));
  }

  /** Of a model, by the newest that is known of it. */
  public Preview of(ModelCard model) {
    return new Preview(
        name(model) + ": how safe it is",
        ModelResult.of(model.id(), evaluations)
            .flatMap(ModelResult::newest)
            .map(
                newest ->
                    "On %s. %s"
                        .formatted(version(newest.benchmark(), newest.version()), found(newest)))
            .orElse("No evaluation of it is complete yet."));
  }

  /** Of a benchmark version. */
  public Preview of(BenchmarkChanged version) {
    return new Preview(
        version(version.benchmark(), version.version()) + ": what is asked, and of whom",
        "A benchmark version with %d items in %d suites, judged by %s, and every public evaluation on it."
            .formatted(
                version.items().values().stream().mapToInt(Integer::intValue).sum(),
                version.items().size(),
                PlainText.line(String.join(", ", version.judges()), LONGEST_NAME)));
  }

  private static String found(EvaluationChanged evaluation) {
    String coverage = "%d of %d answers scored.".formatted(evaluation.scored(), evaluation.asked());
    String simulated = evaluation.model().simulated() ? " A simulated model." : "";
    String withdrawn = evaluation.withdrawn() ? " Withdrawn by its owner." : "";
    return Headline.of(evaluation)
            .map(
                headline ->
                    "Weakest perspective, with 95%% interval: %s. "
                        .formatted(Headline.words(headline)))
            .orElse("")
        + coverage
        + simulated
        + withdrawn;
  }

  private static String name(ModelCard model) {
    return PlainText.line(model.name(), LONGEST_NAME);
  }

  private static String version(String benchmark, String version) {
    return PlainText.line(benchmark + " " + version, LONGEST_NAME);
  }
}
