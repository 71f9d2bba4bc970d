package org.primum.leaderboard.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.message.ItemFinished;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** How the other models of a comparable group did on an item. */
@ApplicationScoped
@Transactional
class GroupAnswers {

  /** So many models are named for each verdict; a group may have hundreds. */
  static final int NAMED = 10;

  /** Of each other model the newest complete evaluation, as the board has it. */
  private static final String OTHERS =
      """
      with newest as (
        select distinct on (model_id) id, model_id, finished_at from evaluation
        where %s and not imported and comparable_group = :group
        order by model_id, finished_at desc),
      answered as (
        select id, task_id, coalesce(label, :failed) as verdict,
          row_number() over (partition by label order by finished_at desc, id) as place,
          count(*) over (partition by label) as models
        from newest join item on evaluation_id = id
        where suite = :suite and item_id = :item and repetition = :repetition
          and model_id <> :model and %s)
      select id, task_id, verdict, models from answered where place <= :named order by place
      """;

  private final Session database;
  private final Evaluations evaluations;

  GroupAnswers(Session database, Evaluations evaluations) {
    this.database = database;
    this.evaluations = evaluations;
  }

  /**
   * Models whose answers came to the same verdict.
   *
   * @param label the verdict's, or {@value ItemFilter#FAILED}
   * @param meaning what it says
   * @param models how many there are
   * @param named the newest of them
   */
  public record SameVerdict(String label, String meaning, int models, List<Answered> named) {

    /** How many are not named. */
    public int further() {
      return models - named.size();
    }

    /** Whether these have a verdict at all. */
    public boolean scored() {
      return !ItemFilter.FAILED.equals(label);
    }
  }

  /**
   * A model's answer to the item.
   *
   * @param model the model
   * @param evaluation where it was asked
   * @param task the item of that evaluation
   */
  public record Answered(ModelCard model, UUID evaluation, UUID task) {}

  /** Those of other models, by verdict in the measure's order; those without one last. */
  List<SameVerdict> to(ItemFinished item, EvaluationChanged evaluation, ItemAccess access) {
    if (evaluation.group() == null || evaluation.imported()) {
      return List.of();
    }
    List<Tuple> found =
        database
            .createNativeQuery(
                OTHERS.formatted(Evaluations.STANDS, access.condition()), Tuple.class)
            .setParameter("group", evaluation.group())
            .setParameter("failed", ItemFilter.FAILED)
            .setParameter("suite", item.item().suite())
            .setParameter("item", item.item().id())
            .setParameter("repetition", item.repetition() == null ? 1 : item.repetition())
            .setParameter("model", evaluation.model().id())
            .setParameter("named", NAMED)
            .getResultList();
    Map<UUID, ModelCard> models = models(found);
    Map<String, List<Answered>> named = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Tuple row : found) {
      UUID id = row.get("id", UUID.class);
      String verdict = row.get("verdict", String.class);
      counts.put(verdict, row.get("models", Number.class).intValue());
      named
          .computeIfAbsent(verdict, any -> new ArrayList<>())
          .add(new Answered(models.get(id), id, row.get("task_id", UUID.class)));
    }
    return labels(Suites.of(item.item().suite())).entrySet().stream()
        .filter(label -> named.containsKey(label.getKey()))
        .map(
            label ->
                new SameVerdict(
                    label.getKey(),
                    label.getValue(),
                    counts.get(label.getKey()),
                    named.get(label.getKey())))
        .toList();
  }

  private Map<UUID, ModelCard> models(Collection<Tuple> rows) {
    return rows.isEmpty()
        ? Map.of()
        : evaluations.some(rows.stream().map(row -> row.get("id", UUID.class)).toList()).stream()
            .collect(Collectors.toMap(EvaluationChanged::id, EvaluationChanged::model));
  }

  private static Map<String, String> labels(Suite suite) {
    Map<String, String> labels = new LinkedHashMap<>(suite.measure().labels());
    labels.put(ItemFilter.FAILED, "no verdict");
    return labels;
  }
}
