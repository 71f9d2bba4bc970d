package org.primum.leaderboard.picture;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.result.SuiteResult;

/** Pictures of a comparable group. */
@Path("/pictures")
@Blocking
class PicturesResource {

  private final GroupMembers members;

  PicturesResource(GroupMembers members) {
    this.members = members;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance pictures(Group group);
  }

  /**
   * All that the page shows.
   *
   * @param id the group's hash
   * @param members its models
   * @param chosen the model that is looked at, or null
   * @param tradeOffs harm against over-refusal
   * @param strips the suites; null while nothing is scored
   * @param suites suites with categories, of which one is shown
   * @param heatMap that one; null where none has categories
   * @param histograms scores, in the mean of the group or of the chosen model
   */
  record Group(
      String id,
      List<GroupMember> members,
      GroupMember chosen,
      List<TradeOff> tradeOffs,
      PerspectiveStrips strips,
      List<SuiteResult> suites,
      HeatMap heatMap,
      List<ScoreHistogram> histograms) {

    /** One of the models, for what they have in common. */
    public GroupMember any() {
      return members.getFirst();
    }

    /** The page's address with a suite and a page of its models, and the same model. */
    public String address(String suite, int page) {
      return "/pictures?group=%s&suite=%s&page=%d%s#categories"
          .formatted(
              Formatting.encoded(id),
              Formatting.encoded(suite),
              page,
              chosen == null ? "" : "&model=" + chosen.model().id());
    }
  }

  @GET
  public TemplateInstance pictures(
      @RestQuery String group,
      @RestQuery String model,
      @RestQuery String suite,
      @RestQuery @DefaultValue("1") int page) {
    // PostgreSQL takes no NUL in a text.
    List<GroupMember> all =
        group == null || group.indexOf('\0') >= 0 ? List.of() : members.of(group);
    if (all.isEmpty()) {
      throw new NotFoundException();
    }
    Optional<GroupMember> chosen =
        all.stream().filter(member -> member.model().id().toString().equals(model)).findFirst();
    UUID id = chosen.map(member -> member.model().id()).orElse(null);
    List<SuiteResult> suites =
        TradeOff.suites(all).stream()
            .filter(
                found ->
                    all.stream()
                        .flatMap(member -> member.suite(found.id()).stream())
                        .anyMatch(of -> !of.categories().isEmpty()))
            .toList();
    Optional<String> shown =
        suites.stream()
            .map(SuiteResult::id)
            .filter(found -> found.equals(suite))
            .findFirst()
            .or(() -> suites.stream().map(SuiteResult::id).findFirst());
    return Templates.pictures(
        new Group(
            group,
            all,
            chosen.orElse(null),
            TradeOff.of(all, id),
            PerspectiveStrips.of(all, id).orElse(null),
            suites,
            shown.flatMap(found -> HeatMap.of(all, found, page)).orElse(null),
            ScoreHistogram.of(all, id)));
  }
}
