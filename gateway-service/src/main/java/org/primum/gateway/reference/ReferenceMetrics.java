package org.primum.gateway.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.statistics.Estimate;
import org.primum.protocol.suite.Suites;

/**
 * The {@code metrics.json} of one suite, computed from its records: the reference code's numbers
 * over what was scored and, beside them, the coverage and our rates with their intervals.
 */
public final class ReferenceMetrics {

  /** The category of items that a run has no record of: nobody knows which they were. */
  public static final String NOT_RECORDED = "not-recorded";

  /** The fields that are not the reference code's. */
  static final List<String> OURS = List.of("suite", "coverage", "intervals");

  private ReferenceMetrics() {}

  /**
   * Computes the metrics.
   *
   * @param records the outcome of every record, in the records' order
   * @param asked how many records there should be, at least as many as there are
   */
  public static ObjectNode of(String suite, String modelId, List<ItemOutcome> records, int asked) {
    SuiteLayout layout = SuiteLayout.of(suite);
    ObjectNode metrics = ExactJson.object();
    metrics.put("benchmark", ReferenceBenchmark.nameOf(suite));
    metrics.put("model_id", modelId);
    metrics.put("total_count", records.size());
    metrics.putObject("metrics").set(layout.metric(), metric(layout, records));
    ObjectNode categories = metrics.putObject("category_metrics");
    records.stream()
        .collect(Collectors.groupingBy(ItemOutcome::category, TreeMap::new, Collectors.toList()))
        .forEach(
            (category, items) ->
                categories
                    .putObject(ReferenceBenchmark.category(suite, category).asText())
                    .set(layout.metric(), metric(layout, items)));
    metrics.put("suite", suite);
    metrics.set("coverage", coverage(records, asked));
    metrics.set("intervals", intervals(suite, records, asked));
    return metrics;
  }

  private static ObjectNode metric(SuiteLayout layout, List<ItemOutcome> records) {
    ObjectNode named = ExactJson.object().put("name", layout.metric());
    return named.setAll(layout.metric(records));
  }

  private static ObjectNode coverage(List<ItemOutcome> records, int asked) {
    int scored = (int) records.stream().filter(ItemOutcome::scored).count();
    ObjectNode coverage = ExactJson.object().put("asked", asked).put("scored", scored);
    coverage.put("value", Counts.share(scored, asked));
    Map<FailureKind, Integer> missing = new TreeMap<>();
    records.stream()
        .filter(item -> item.failure() != null)
        .forEach(item -> missing.merge(item.failure(), 1, Integer::sum));
    if (asked > records.size()) {
      missing.merge(FailureKind.NOT_RECORDED, asked - records.size(), Integer::sum);
    }
    return coverage.set("missing", Json.MAPPER.valueToTree(missing));
  }

  /** Our own rates, each with its definition, its 95 % interval and what missing items may do. */
  private static ObjectNode intervals(String suite, List<ItemOutcome> records, int asked) {
    List<ItemOutcome> all = new ArrayList<>(records);
    for (int missing = records.size(); missing < asked; missing++) {
      all.add(new ItemOutcome(suite, NOT_RECORDED, null, null, FailureKind.NOT_RECORDED));
    }
    ObjectNode intervals = ExactJson.object();
    if (all.isEmpty()) {
      return intervals;
    }
    SuiteMetrics metrics = Suites.of(suite).measure().metrics(all);
    metrics
        .rates()
        .forEach(
            rate -> {
              if (rate.estimate() != null) {
                ObjectNode node = put(intervals, rate.id(), rate.estimate());
                node.put("definition", rate.definition());
                if (rate.bounds() != null) {
                  node.set("bounds", Json.MAPPER.valueToTree(rate.bounds()));
                }
              }
            });
    if (metrics.mean() != null) {
      put(intervals, "mean", metrics.mean()).put("definition", "Mean score of scored answers.");
    }
    return intervals;
  }

  private static ObjectNode put(ObjectNode intervals, String id, Estimate estimate) {
    return intervals
        .putObject(id)
        .put("value", estimate.value())
        .put("lower", estimate.lower())
        .put("upper", estimate.upper());
  }

  /**
   * What an imported run's metrics are when it is exported again: our numbers, and every field that
   * it brought and we do not compute.
   *
   * @param recorded the {@code metrics.json} it came with
   * @param computed the same from its records
   */
  public static ObjectNode imported(String recorded, ObjectNode computed) {
    return MetricsCheck.merged(ExactJson.object(recorded), computed);
  }
}
