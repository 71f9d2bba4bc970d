package org.primum.leaderboard.compare;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.statistics.YesNo;
import org.primum.protocol.suite.Suites;

/**
 * What came of each item of an evaluation by yes or no, for every rate that models are compared by.
 * Items are told by their place in the version, which is the same in all evaluations of a group. Of
 * items that are asked several times the first answer counts, so that each item counts once.
 */
@ApplicationScoped
public class VerdictVectors {

  private static final int MOST_KEPT = 2_000;

  /**
   * A rate of a suite.
   *
   * @param suite the suite's id
   * @param rate the rate's id
   */
  public record SuiteRate(String suite, String rate) {}

  private final Session database;
  private final Cache<UUID, Map<SuiteRate, YesNo>> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  VerdictVectors(Session database) {
    this.database = database;
  }

  /** Of a complete evaluation; empty while the pages do not have all of its items. */
  @Transactional
  public Optional<Map<SuiteRate, YesNo>> of(EvaluationChanged evaluation) {
    return of(evaluation.id(), evaluation.scored() + evaluation.failed());
  }

  /** The same, of an evaluation of which so many items ended. */
  @Transactional
  public Optional<Map<SuiteRate, YesNo>> of(UUID evaluation, int finished) {
    Map<SuiteRate, YesNo> known = kept.getIfPresent(evaluation);
    if (known != null) {
      return Optional.of(known);
    }
    long there =
        database
            .createNativeQuery("select count(*) from item where evaluation_id = ?1", Long.class)
            .setParameter(1, evaluation)
            .getSingleResult();
    if (there < finished) {
      return Optional.empty();
    }
    Map<SuiteRate, YesNo> read = read(evaluation);
    kept.put(evaluation, read);
    return Optional.of(read);
  }

  private Map<SuiteRate, YesNo> read(UUID evaluation) {
    Map<SuiteRate, BitSet> known = new HashMap<>();
    Map<SuiteRate, BitSet> good = new HashMap<>();
    List<Tuple> items =
        database
            .createNativeQuery(
                """
                select ordinal, suite, label, split from item
                where evaluation_id = ?1 and repetition = 1 and label is not null
                """,
                Tuple.class)
            .setParameter(1, evaluation)
            .getResultList();
    for (Tuple item : items) {
      String suite = item.get("suite", String.class);
      Measure measure = Suites.of(suite).measure();
      for (String rate : measure.comparedRates()) {
        Boolean well =
            measure.good(rate, item.get("label", String.class), item.get("split", String.class));
        if (well != null) {
          SuiteRate of = new SuiteRate(suite, rate);
          int place = item.get("ordinal", Integer.class);
          known.computeIfAbsent(of, any -> new BitSet()).set(place);
          good.computeIfAbsent(of, any -> new BitSet()).set(place, well);
        }
      }
    }
    Map<SuiteRate, YesNo> vectors = new HashMap<>();
    known.forEach((of, places) -> vectors.put(of, new YesNo(places, good.get(of))));
    return Map.copyOf(vectors);
  }
}
