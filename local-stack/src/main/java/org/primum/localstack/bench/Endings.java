package org.primum.localstack.bench;

import java.util.UUID;
import org.primum.localstack.bench.report.Figures;

/** How the items of an evaluation ended. */
final class Endings {

  static final String OPEN = "items that did not end";

  private Endings() {}

  static Figures of(Ledger ledger, UUID evaluation, int items) {
    long scored = ledger.scored(evaluation);
    Figures figures =
        new Figures()
            .add(OPEN, items - ledger.ended(evaluation))
            .add(FigureNames.SCORED, scored)
            .add("coverage", (double) scored / items);
    ledger.failures(evaluation).forEach((kind, count) -> figures.add("failed: " + kind, count));
    return figures;
  }
}
