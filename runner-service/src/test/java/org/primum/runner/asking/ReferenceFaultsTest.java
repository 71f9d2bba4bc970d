package org.primum.runner.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.primum.localstack.testing.ScriptedEndpoint;
import org.primum.localstack.testing.ScriptedEndpoint.Reply;

/** What the published reference code gets wrong about asking, and this runner does not. */
@QuarkusTest
class ReferenceFaultsTest extends RunnerScene {

  private static final int SIDE_BY_SIDE = 8;

  /** There one item is asked after the other, and every latency adds up. */
  @Test
  void itemsAreAskedSideBySide() throws IOException {
    ScriptedEndpoint endpoint = endpoint(Reply.says("No."));
    endpoint.hold();

    for (int count = 0; count < SIDE_BY_SIDE; count++) {
      issue(promptTo(endpoint));
    }

    await().atMost(PATIENCE).until(() -> endpoint.asked().size() == SIDE_BY_SIDE);
    assertThat(endpoint.mostAtOnce()).isEqualTo(SIDE_BY_SIDE);
  }
}
