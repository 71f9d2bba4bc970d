package org.primum.leaderboard.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.evaluation.Evaluations.Revision;

/**
 * The models of comparable groups. What an evaluation found is kept, since reading it takes far
 * longer than drawing it; a newer revision is another entry.
 */
@ApplicationScoped
public class GroupMembers {

  /** Two groups of the largest size there may be. */
  private static final int MOST_KEPT = 1_200;

  /** So many evaluations are in memory at once as they came. */
  private static final int READ_AT_ONCE = 50;

  private final Evaluations evaluations;
  private final Cache<Revision, GroupMember> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  GroupMembers(Evaluations evaluations) {
    this.evaluations = evaluations;
  }

  /** Every model of the group, by name; none where there is no such group. */
  public List<GroupMember> of(String group) {
    return kept.getAll(evaluations.revisionsOnBoard(group), this::read).values().stream()
        .sorted(
            Comparator.comparing((GroupMember member) -> member.model().name())
                .thenComparing(GroupMember::evaluation))
        .toList();
  }

  private Map<Revision, GroupMember> read(Set<? extends Revision> wanted) {
    Map<UUID, Revision> revisions = new HashMap<>();
    wanted.forEach(revision -> revisions.put(revision.evaluation(), revision));
    List<UUID> ids = new ArrayList<>(revisions.keySet());
    Map<Revision, GroupMember> members = new HashMap<>();
    for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
      evaluations
          .these(ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE)))
          .forEach(found -> members.put(revisions.get(found.id()), GroupMember.of(found)));
    }
    return members;
  }
}
