package org.primum.gateway.benchmark.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.benchmark.comparison.ChangeLog;
import org.primum.gateway.problem.Problem;
import org.primum.messaging.Outbox;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.message.BenchmarkChanged;

/**
 * Turns a draft into an immutable version, and retires it; each within the caller's transaction.
 */
@ApplicationScoped
class Publication {

  private static final String CANARY = "%s %s canary %s: do not train on this file";

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final SuiteJudging suiteJudging;
  private final DraftCheck check;
  private final FrozenJudging frozen;
  private final Outbox outbox;
  private final Clock clock;

  Publication(
      BenchmarkVersions versions,
      VersionItems items,
      SuiteJudging suiteJudging,
      DraftCheck check,
      FrozenJudging frozen,
      Outbox outbox,
      Clock clock) {
    this.versions = versions;
    this.items = items;
    this.suiteJudging = suiteJudging;
    this.check = check;
    this.frozen = frozen;
    this.outbox = outbox;
    this.clock = clock;
  }

  void publish(BenchmarkVersion draft) {
    if (!draft.isDraft()) {
      throw Problem.conflict(
          "Version %s of %s is %s already."
              .formatted(draft.version(), draft.benchmark(), draft.state()));
    }
    // Two drafts of a benchmark published at once would not see each other's number.
    versions.lockPublishing(draft.benchmark());
    List<Item> content = items.all(draft.id());
    refuse(check.of(draft, content).stream().filter(VersionFinding::stopsPublishing).toList());
    SortedMap<String, JudgingProtocol> judging =
        suiteJudging.of(draft, content.stream().map(Item::suite).distinct().toList());
    noteChanges(draft, content);
    // While it is still a draft: the database lets nothing be added to a published version.
    judging.values().forEach(protocol -> frozen.freeze(draft, protocol));
    draft.publish(
        StoredContent.hash(content, draft.settings(), judging),
        CANARY.formatted(draft.benchmark(), draft.version(), UUID.randomUUID()),
        clock.instant());
    announce(draft);
  }

  /** Every version after the first says what changed, at least in numbers. */
  private void noteChanges(BenchmarkVersion draft, List<Item> content) {
    if (draft.notes() != null && !draft.notes().isBlank()) {
      return;
    }
    versions
        .highestPublishedOf(draft.benchmark())
        .ifPresent(
            earlier -> draft.note(ChangeLog.of(earlier, items.all(earlier.id()), draft, content)));
  }

  void retire(BenchmarkVersion published) {
    published.retire(clock.instant());
    announce(published);
  }

  private static void refuse(List<VersionFinding> obstacles) {
    if (obstacles.isEmpty()) {
      return;
    }
    String more =
        switch (obstacles.size()) {
          case 1 -> "";
          case 2 -> " There is one more finding.";
          default -> " There are %d more findings.".formatted(obstacles.size() - 1);
        };
    throw Problem.conflict(
        "The draft cannot be published as it is. " + obstacles.getFirst().message() + more,
        obstacles.stream().map(VersionFinding::asError).toList());
  }

  private void announce(BenchmarkVersion version) {
    outbox.add(BenchmarkChanged.KEY, versions.view(version));
  }
}
