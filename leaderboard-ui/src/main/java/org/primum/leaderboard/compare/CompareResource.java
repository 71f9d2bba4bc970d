package org.primum.leaderboard.compare;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Visitor;
import org.primum.leaderboard.compare.VerdictVectors.SuiteRate;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemAccess;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.statistics.YesNo;

/** Two to five models of a comparable group beside each other, on the same items. */
@Path("/compare")
@Blocking
class CompareResource {

  static final int FEWEST = 2;
  static final int MOST = 5;
  private static final int ITEMS_SHOWN = 20;

  private final Evaluations evaluations;
  private final VerdictVectors vectors;
  private final ItemRecords items;
  private final Visitor visitor;

  CompareResource(
      Evaluations evaluations, VerdictVectors vectors, ItemRecords items, Visitor visitor) {
    this.evaluations = evaluations;
    this.vectors = vectors;
    this.items = items;
    this.visitor = visitor;
  }

  /**
   * What is chosen.
   *
   * @param id the group's hash
   * @param all every model of the group
   * @param chosen models that are compared
   * @param problem what is wrong with the choice; null when nothing is
   */
  record Choice(String id, List<EvaluationChanged> all, Set<UUID> chosen, String problem) {

    /** One of the evaluations of the group, for what they have in common. */
    public EvaluationChanged any() {
      return all.getFirst();
    }

    public boolean has(UUID model) {
      return chosen.contains(model);
    }
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance compare(
        Choice choice, Comparison comparison, DifferingItems differing);
  }

  @GET
  public TemplateInstance compare(
      @RestQuery String group, @RestQuery List<UUID> model, @RestQuery String by) {
    List<EvaluationChanged> all = group == null ? List.of() : evaluations.onBoard(group);
    if (all.isEmpty()) {
      throw new NotFoundException();
    }
    Set<UUID> wanted = model == null ? Set.of() : new HashSet<>(model);
    List<EvaluationChanged> chosen =
        all.stream().filter(one -> wanted.contains(one.model().id())).toList();
    if (wanted.isEmpty()) {
      return choosing(group, all, wanted, null);
    }
    if (chosen.size() < FEWEST || chosen.size() > MOST) {
      return choosing(group, all, wanted, "Choose two to five models of this group.");
    }
    List<Map<SuiteRate, YesNo>> found = new ArrayList<>();
    for (EvaluationChanged one : chosen) {
      Optional<Map<SuiteRate, YesNo>> ofOne = vectors.of(one);
      if (ofOne.isEmpty()) {
        return choosing(
            group,
            all,
            wanted,
            "The items of %s are still on their way to this page. Try again in a minute."
                .formatted(one.model().name()));
      }
      found.add(ofOne.get());
    }
    Comparison comparison = Comparison.of(chosen, found);
    return Templates.compare(
        new Choice(group, all, wanted, null), comparison, differing(chosen, found, comparison, by));
  }

  private static TemplateInstance choosing(
      String group, List<EvaluationChanged> all, Set<UUID> wanted, String problem) {
    return Templates.compare(new Choice(group, all, wanted, problem), null, null);
  }

  /** Null where the visitor may not read items of all of these, or no rate is compared. */
  private DifferingItems differing(
      List<EvaluationChanged> models,
      List<Map<SuiteRate, YesNo>> found,
      Comparison comparison,
      String by) {
    if (!models.stream().allMatch(visitor::reads) || comparison.suites().isEmpty()) {
      return null;
    }
    SuiteRate rate = comparison.named(by);
    BitSet differ = new BitSet();
    for (Map<SuiteRate, YesNo> one : found) {
      differ.or(found.getFirst().get(rate).differing(one.get(rate)));
    }
    ItemAccess access = ItemAccess.of(visitor);
    List<Integer> places = differ.stream().limit(ITEMS_SHOWN).boxed().toList();
    return DifferingItems.of(
        rate,
        differ.cardinality(),
        models.stream().map(one -> items.at(one.id(), places, access)).toList());
  }
}
