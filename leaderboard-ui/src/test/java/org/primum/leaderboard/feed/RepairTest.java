package org.primum.leaderboard.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.primum.leaderboard.Samples.evaluation;
import static org.primum.protocol.message.EvaluationState.COMPLETE;
import static org.primum.protocol.message.EvaluationState.RUNNING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.localstack.testing.TestInfrastructure;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;

@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
@QuarkusTestResource(FakeGateway.class)
class RepairTest {

  private static final String LIST = "/api/v1/evaluations";

  private final Repair repair;
  private final Evaluations evaluations;

  RepairTest(Repair repair, Evaluations evaluations) {
    this.repair = repair;
    this.evaluations = evaluations;
  }

  @BeforeEach
  void theGatewayListsNothing() {
    answers("/api/v1/benchmarks", List.of());
    answers(LIST, List.of());
  }

  @Test
  void anUnfinishedEvaluationIsFetchedHoweverOldItIs() {
    UUID id = UUID.randomUUID();
    evaluations.take(told(id, 1, RUNNING));
    answers(LIST + "/" + id, told(id, 2, COMPLETE));

    repair.run();

    assertThat(evaluations.one(id).orElseThrow().state()).isEqualTo(COMPLETE);
    assertThat(evaluations.unfinished()).doesNotContain(id);
  }

  @Test
  void anEvaluationTheGatewayCannotTellKeepsNoOtherFromRepair() {
    UUID unknown = UUID.randomUUID();
    UUID known = UUID.randomUUID();
    evaluations.take(told(unknown, 1, RUNNING));
    evaluations.take(told(known, 1, RUNNING));
    answers(LIST + "/" + known, told(known, 2, COMPLETE));

    repair.run();

    assertThat(evaluations.one(known).orElseThrow().state()).isEqualTo(COMPLETE);
    assertThat(evaluations.one(unknown).orElseThrow().state()).isEqualTo(RUNNING);
  }

  @Test
  void whatIsFinishedIsNotAskedForAgain() {
    UUID finished = UUID.randomUUID();
    evaluations.take(told(finished, 1, COMPLETE));

    repair.run();

    assertThat(FakeGateway.received("GET " + LIST + "/" + finished)).isNull();
  }

  private static EvaluationChanged told(UUID id, long revision, EvaluationState state) {
    return evaluation(id, revision, "repaired", "repaired", state, false, 1, 0);
  }

  private static void answers(String path, Object body) {
    FakeGateway.answers("GET " + path, 200, Json.write(body));
  }
}
