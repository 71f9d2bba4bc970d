package org.primum.leaderboard.sharing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.message.EvaluationChanged;

/**
 * The one number that stands for an evaluation where there is room for one only: that of its
 * weakest perspective, as on the board.
 */
final class Headline {

  private Headline() {}

  /** The headline of an evaluation; empty when nothing is scored. */
  static Optional<Side> of(EvaluationChanged evaluation) {
    return WeakestPerspective.of(SuiteResult.of(evaluation.suites()))
        .map(WeakestPerspective::weakest);
  }

  /** The leading rate of each suite where it is known, in the order of the perspectives. */
  static List<Side> all(EvaluationChanged evaluation) {
    return Side.all(SuiteResult.of(evaluation.suites()));
  }

  /** {@code Clinician: safe 61.2% (56.3–65.9%)}. */
  static String words(Side side) {
    String what = side.what();
    return "%s: %s %s (%s)"
        .formatted(
            side.perspective().title(),
            what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1),
            Formatting.percent(side.good()),
            Formatting.range(side.good()));
  }
}
