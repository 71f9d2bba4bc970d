package org.primum.leaderboard.model;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.Progress;
import org.primum.leaderboard.picture.VersionChanges;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/** A model with everything that was evaluated on it. */
@Path("/models/{id}")
@Blocking
class ModelResource {

  private final Evaluations evaluations;
  private final Portraits portraits;
  private final Clock clock;

  ModelResource(Evaluations evaluations, Portraits portraits, Clock clock) {
    this.evaluations = evaluations;
    this.portraits = portraits;
    this.clock = clock;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance model(Model model);
  }

  /**
   * All that the page shows.
   *
   * @param card who it is
   * @param portrait its newest result of our own, or the newest that was brought in where there is
   *     none; null where there is neither
   * @param older results in other groups, newest first
   * @param imported other runs that were brought in, newest first
   * @param changes over versions of the newest result's benchmark; null where there is one
   *     evaluation of it
   * @param underWay evaluations that have not ended
   * @param evaluations all of them, newest first
   * @param rules by which sentences are said
   */
  record Model(
      ModelCard card,
      Portrait portrait,
      List<GroupResult> older,
      List<GroupResult> imported,
      VersionChanges changes,
      List<Progress> underWay,
      List<Progress> evaluations,
      List<Rule> rules) {}

  @GET
  public TemplateInstance model(@RestPath UUID id) {
    List<EvaluationChanged> found = evaluations.ofModels(List.of(id));
    if (found.isEmpty()) {
      throw new NotFoundException();
    }
    Instant now = clock.instant();
    List<Progress> progress =
        found.stream().map(evaluation -> Progress.of(evaluation, now)).toList();
    List<GroupResult> own = GroupResult.own(found);
    List<GroupResult> imported = GroupResult.imported(found);
    GroupResult newest =
        !own.isEmpty() ? own.getFirst() : !imported.isEmpty() ? imported.getFirst() : null;
    return Templates.model(
        new Model(
            found.getFirst().model(),
            newest == null ? null : portraits.of(newest),
            own.stream().skip(1).toList(),
            imported.stream().skip(own.isEmpty() ? 1 : 0).toList(),
            newest == null
                ? null
                : VersionChanges.of(found, newest.evaluation().benchmark()).orElse(null),
            progress.stream().filter(one -> !one.finished()).toList(),
            progress,
            List.of(Rule.values())));
  }
}
