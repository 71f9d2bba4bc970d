package org.primum.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.leaderboard.item.ItemAccess.BOTH_PARTS;
import static org.primum.leaderboard.item.ItemAccess.PUBLIC_PART;
import static org.primum.protocol.message.EvaluationState.COMPLETE;
import static org.primum.protocol.message.EvaluationState.RUNNING;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.benchmark.BenchmarkVersions;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.leaderboard.item.ItemFilter;
import org.primum.leaderboard.item.ItemRecords;
import org.primum.leaderboard.item.ItemSearch;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.messaging.Outbox;
import org.primum.protocol.FailureKind;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class ReadModelTest {

  private static final ItemFilter ALL = ItemFilter.none();

  private final Evaluations evaluations;
  private final ItemRecords items;
  private final ItemSearch search;
  private final BenchmarkVersions versions;
  private final Outbox outbox;
  private final EntityManager database;

  ReadModelTest(
      Evaluations evaluations,
      ItemRecords items,
      ItemSearch search,
      BenchmarkVersions versions,
      Outbox outbox,
      EntityManager database) {
    this.evaluations = evaluations;
    this.items = items;
    this.search = search;
    this.versions = versions;
    this.outbox = outbox;
    this.database = database;
  }

  @Test
  void isBuiltFromMessages() throws InterruptedException {
    UUID id = UUID.randomUUID();

    send(EvaluationChanged.KEY, evaluation(id, 1, "sent", "sent", COMPLETE, false, 1, 0));
    send(ItemFinished.KEY, Samples.item(id, 0, "May I?", "No."));
    send(BenchmarkChanged.KEY, Samples.published("sent-benchmark"));

    await(() -> evaluations.one(id).isPresent());
    await(() -> search.count(id, ALL, PUBLIC_PART) == 1);
    await(
        () ->
            versions.published().stream()
                .anyMatch(version -> version.benchmark().equals("sent-benchmark")));
  }

  @Test
  void anOlderMessageNeverOverwritesANewer() {
    UUID id = UUID.randomUUID();

    evaluations.take(evaluation(id, 7, "model", "order", COMPLETE, false, 5, 5));
    evaluations.take(evaluation(id, 6, "model", "order", RUNNING, false, 2, 2));

    assertThat(evaluations.one(id).orElseThrow().state()).isEqualTo(COMPLETE);
  }

  @Test
  void anItemCountsOnceHoweverOftenItComes() {
    UUID id = UUID.randomUUID();
    ItemFinished first = Samples.item(id, 0, "May I?", "No.");

    items.take(first);
    items.take(first);
    items.take(Samples.item(id, 0, "May I?", "Yes."));

    assertThat(search.count(id, ALL, PUBLIC_PART)).isEqualTo(1);
    assertThat(items.one(id, first.taskId(), PUBLIC_PART).orElseThrow().answer().text())
        .isEqualTo("No.");
  }

  @Test
  void whatIsRetiredStaysSo() {
    versions.take(Samples.retired("late-message"));
    versions.take(Samples.published("late-message"));

    assertThat(versions.published())
        .extracting(BenchmarkChanged::benchmark)
        .doesNotContain("late-message");
    assertThat(versions.retired()).extracting(BenchmarkChanged::benchmark).contains("late-message");
  }

  /** An update retires versions here before the gateway tells of it. */
  @Test
  void aVersionThatAnUpdateRetiredIsShownAsRetiredWhenTheGatewaySaysSo() {
    versions.take(Samples.published("retired-here"));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "update benchmark_version set retired_at = now()"
                            + " where benchmark = 'retired-here'")
                    .executeUpdate());

    versions.take(Samples.retired("retired-here"));

    assertThat(versions.retired())
        .filteredOn(version -> version.benchmark().equals("retired-here"))
        .extracting(BenchmarkChanged::state)
        .containsExactly("retired");
  }

  @Test
  void theBoardHoldsTheNewestOfEachModelInItsGroup() {
    UUID newest = UUID.randomUUID();

    evaluations.take(
        evaluation(UUID.randomUUID(), 1, "again", "newest-group", COMPLETE, false, 1, 1));
    evaluations.take(evaluation(newest, 2, "again", "newest-group", COMPLETE, false, 1, 1));

    assertThat(evaluations.onBoard())
        .filteredOn(found -> "newest-group".equals(found.group()))
        .extracting(EvaluationChanged::id)
        .containsExactly(newest);
  }

  @Test
  void noticesThatItemsAreLacking() {
    UUID id = UUID.randomUUID();

    evaluations.take(evaluation(id, 1, "lacking", "lacking", COMPLETE, false, 1, 1));
    items.take(Samples.item(id, 0, "May I?", "No."));

    assertThat(evaluations.lackingItems(Samples.NOW.plus(Duration.ofHours(1)))).contains(id);
    assertThat(evaluations.lackingItems(Samples.NOW)).doesNotContain(id);
  }

  @Test
  void findsItemsByWhatBecameOfThem() {
    UUID id = UUID.randomUUID();

    items.take(Samples.item(id, 0, "May I?", "Yes."));
    items.take(Samples.failedItem(id, 1));

    assertThat(search.page(id, filter("verdict=5"), PUBLIC_PART, 1, 10)).hasSize(1);
    assertThat(
            search.page(
                id,
                filter("suite=patient-safety", "category=2", "verdict=failed"),
                PUBLIC_PART,
                1,
                10))
        .hasSize(1);
    assertThat(search.page(id, filter("suite=jailbreak"), PUBLIC_PART, 1, 10)).isEqualTo(List.of());
  }

  @Test
  void findsItemsByWhyTheyFailed() {
    UUID id = UUID.randomUUID();
    items.take(ItemSample.failed(id, 0, FailureKind.TIMED_OUT));
    items.take(ItemSample.failed(id, 1, FailureKind.JUDGE_FAILED));

    List<ItemFinished> timedOut =
        search.page(id, filter("verdict=failed:timed-out"), PUBLIC_PART, 1, 10);

    assertThat(timedOut).extracting(ItemFinished::ordinal).containsExactly(0);
  }

  @Test
  void thePrivatePartIsThereForWhoMaySeeBothOnly() {
    UUID id = UUID.randomUUID();
    ItemFinished hidden = ItemSample.hidden(id, 1, "Hidden?");
    items.take(Samples.item(id, 0, "Open?", "Yes."));
    items.take(hidden);
    items.take(Samples.item(id, 2, "Open, too?", "Yes."));

    assertThat(search.count(id, ALL, PUBLIC_PART)).isEqualTo(2);
    assertThat(search.count(id, ALL, BOTH_PARTS)).isEqualTo(3);
    assertThat(items.one(id, hidden.taskId(), PUBLIC_PART)).isEmpty();
    assertThat(items.one(id, hidden.taskId(), BOTH_PARTS)).isPresent();
    assertThat(search.after(id, ALL, BOTH_PARTS, 0)).contains(hidden.taskId());
    assertThat(search.after(id, ALL, PUBLIC_PART, 0)).isPresent().isNotEqualTo(hidden.taskId());
    assertThat(search.before(id, ALL, PUBLIC_PART, 2)).isPresent().isNotEqualTo(hidden.taskId());
    assertThat(items.repetitions(hidden, PUBLIC_PART)).isEmpty();
  }

  @Test
  void anImportedRunHidesNoResultOfOurOwn() {
    EvaluationChanged own = new EvaluationSample("both", "one-group").message();
    EvaluationChanged imported = new EvaluationSample("both", "one-group").imported().message();

    evaluations.take(own);
    evaluations.take(imported);

    assertThat(evaluations.onBoard())
        .filteredOn(found -> "one-group".equals(found.group()))
        .extracting(EvaluationChanged::id)
        .containsExactlyInAnyOrder(own.id(), imported.id());
  }

  @Test
  void aDraftIsNoPublishedVersion() {
    versions.take(Samples.published("one-version"));

    assertThat(versions.one("one-version", "1.0.0")).isPresent();
    assertThat(versions.one("one-version", "2.0.0")).isEmpty();
    assertThat(versions.one("one-version", "1\0")).isEmpty();
  }

  private void send(String key, Object message) {
    QuarkusTransaction.requiringNew().run(() -> outbox.add(key, message));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; tries < 100 && !condition.getAsBoolean(); tries++) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static ItemFilter filter(String... parameters) {
    return ItemFilter.of(
        Stream.of(parameters)
            .map(parameter -> parameter.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> List.of(parts[1]))));
  }
}
