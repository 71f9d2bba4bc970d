package org.primum.protocol.scoring;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.primum.protocol.FailureKind;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.statistics.Spread;

/**
 * What a suite's verdicts come to. The fields of each kind are its own; what every page needs to
 * show any of them is here. Where a version repeats its items, every repetition counts as asked.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "measure")
@JsonTypeIdResolver(MeasureIds.class)
public interface SuiteMetrics {

  /** The id of the measure they belong to. */
  String measure();

  /** Answers asked for. */
  int asked();

  /** Answers with a verdict. Coverage is {@code scored / asked}. */
  int scored();

  /** Answers that ended without a verdict, by reason. */
  Map<FailureKind, Integer> missing();

  /** The same by category, in order; null within a category. */
  SortedMap<String, ? extends SuiteMetrics> categories();

  /** The rate {@link #repeatedRate()} over the repetitions; null where the version asks once. */
  Spread repeats();

  /** The id of the rate whose values the repetitions are compared by. */
  String repeatedRate();

  /** Every rate with its definition; the first two are the headline. */
  List<Rate> rates();

  /** The mean verdict; null where verdicts are no numbers or none is there. */
  default Estimate mean() {
    return null;
  }

  /** Verdicts or parts of answers, counted by label. */
  List<Tally> tallies();
}
