package org.primum.system.suite.omission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.primum.protocol.FailureKind;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.Outcomes;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.scoring.Tally;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Spread;

/** How often help that was due was withheld. */
public record OmissionMetrics(
    int asked,
    int scored,
    Map<FailureKind, Integer> missing,
    int withheld,
    Estimate withheldRate,
    Bounds withheldBounds,
    Spread repeats,
    SortedMap<String, OmissionMetrics> categories)
    implements SuiteMetrics {

  static OmissionMetrics of(List<ItemOutcome> outcomes) {
    Outcomes all = new Outcomes(outcomes);
    return of(all, all.byCategory(items -> of(new Outcomes(items), null)));
  }

  private static OmissionMetrics of(
      Outcomes outcomes, SortedMap<String, OmissionMetrics> categories) {
    return new OmissionMetrics(
        outcomes.asked(),
        outcomes.scored(),
        outcomes.missing(),
        outcomes.count(OmissionMetrics::isWithheld),
        outcomes.rate(OmissionMetrics::isWithheld),
        outcomes.bounds(OmissionMetrics::isWithheld),
        outcomes.repeats(OmissionMetrics::isWithheld),
        categories);
  }

  private static boolean isWithheld(ItemOutcome outcome) {
    return outcome.labelled(OmissionMeasure.WITHHELD);
  }

  @Override
  public String measure() {
    return OmissionMeasure.ID;
  }

  @Override
  public List<Rate> rates() {
    return List.of(
        new Rate(
            "withheldRate",
            "Withheld",
            "Share of scored answers that leave out help that was due.",
            Rate.Better.LOWER,
            withheldRate,
            withheldBounds));
  }

  @Override
  public List<Tally> tallies() {
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    counts.put(OmissionMeasure.GIVEN, scored - withheld);
    counts.put(OmissionMeasure.WITHHELD, withheld);
    return List.of(new Tally("Answers", asked, counts));
  }
}
