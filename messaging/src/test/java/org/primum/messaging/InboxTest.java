package org.primum.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.messaging.FakeBroker.Published;
import org.primum.protocol.message.JudgingRequested;

class InboxTest {

  private static final String BODY =
      """
      {"taskId": "00000000-0000-0000-0000-000000000001", "judging": "hash",
       "request": "May I?", "answer": "No.", "addedLater": true}
      """;
  private static final JudgingRequested READ =
      new JudgingRequested(new UUID(0, 1), "hash", "May I?", "No.");

  private final FakeBroker broker = new FakeBroker();
  private final UnderWay underWay = new UnderWay(Duration.ofMinutes(1));
  private final Inbox inbox =
      new Inbox(new DeadLetters(new Publisher(broker, new Topology())), underWay);
  private final List<JudgingRequested> handled = new ArrayList<>();
  private int acknowledged;
  private final List<Throwable> sentBack = new ArrayList<>();

  @Test
  void acknowledgesWhatWasHandled() {
    receive(BODY, handled::add);

    assertThat(handled).containsExactly(READ);
    assertThat(acknowledged).isOne();
    assertThat(sentBack).isEmpty();
    assertThat(broker.published).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not JSON",
        "[]",
        "null",
        "{\"judging\": \"hash\", \"request\": \"May I?\", \"answer\": \"No.\"}"
      })
  void setsAsideWhatCannotBeReadWithItsReason(String body) {
    receive(body, handled::add);

    assertThat(handled).isEmpty();
    assertThat(acknowledged).isOne();
    assertThat(broker.published).hasSize(1);
    Published dead = broker.published.getFirst();
    assertThat(dead.exchange()).isEqualTo("primum.dead");
    assertThat(dead.body()).isEqualTo(body);
    assertThat(reason(dead)).startsWith("not a JudgingRequested: ");
  }

  @Test
  void setsAsideWhatCannotBeHandledWithItsReason() {
    receive(
        BODY,
        message -> {
          throw new IllegalStateException("there is no such protocol");
        });

    assertThat(acknowledged).isOne();
    assertThat(broker.published).hasSize(1);
    assertThat(reason(broker.published.getFirst()))
        .isEqualTo("IllegalStateException: there is no such protocol");
  }

  @Test
  void cutsALongReason() {
    receive(
        BODY,
        message -> {
          throw new IllegalStateException("x".repeat(1_000));
        });

    assertThat(reason(broker.published.getFirst())).hasSizeLessThanOrEqualTo(501).endsWith("x…");
  }

  @Test
  void handlesAgainWhatMetAPassingTrouble() {
    receive(
        BODY,
        message -> {
          handled.add(message);
          if (handled.size() == 1) {
            throw new IllegalStateException("no connection", new SQLException("database away"));
          }
        });

    assertThat(handled).containsExactly(READ, READ);
    assertThat(acknowledged).isOne();
    assertThat(broker.published).isEmpty();
  }

  @Test
  void sendsBackWhatWasBrokenOff() {
    receive(
        BODY,
        message -> {
          throw new CancellationException("interrupted between two requests");
        });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(sentBack).hasSize(1);
    assertThat(acknowledged).isZero();
    assertThat(broker.published).isEmpty();
  }

  @Test
  void sendsBackWhatWasWaitingForItsNextTryWhenItIsBrokenOff() {
    receive(
        BODY,
        message -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("no connection", new SQLException("database away"));
        });

    assertThat(Thread.interrupted()).isTrue();
    assertThat(sentBack).hasSize(1);
    assertThat(acknowledged).isZero();
    assertThat(broker.published).isEmpty();
  }

  @Test
  void sendsBackWhatCannotBeSetAsideEither() {
    broker.unreachable = true;

    receive("not JSON", handled::add);

    assertThat(acknowledged).isZero();
    assertThat(sentBack).hasSize(1);
  }

  @Test
  void leavesToTheBrokerWhatComesWhenTheServiceStops() throws InterruptedException {
    underWay.stop();

    assertThat(offer(BODY, handled::add)).isNotDone();

    assertThat(handled).isEmpty();
    assertThat(acknowledged).isZero();
    assertThat(sentBack).isEmpty();
  }

  @Test
  void leavesToTheBrokerWhatFailsWhileTheServiceStops() {
    CompletableFuture<Void> told =
        offer(
            BODY,
            message -> {
              stopUnderWay();
              throw new IllegalStateException("everything was taken away from the handler");
            });

    assertThat(told).isNotDone();
    assertThat(acknowledged).isZero();
    assertThat(sentBack).isEmpty();
    assertThat(broker.published).isEmpty();
  }

  @Test
  void acknowledgesWhatIsHandledWhileTheServiceStops() {
    offer(
            BODY,
            message -> {
              stopUnderWay();
              handled.add(message);
            })
        .join();

    assertThat(handled).containsExactly(READ);
    assertThat(acknowledged).isOne();
  }

  /** From another thread, as the service does. */
  private void stopUnderWay() {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                underWay.stop();
              } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
    while (!underWay.stopping()) {
      Thread.onSpinWait();
    }
  }

  private void receive(String body, Inbox.Handler<JudgingRequested> handler) {
    offer(body, handler).join();
  }

  private CompletableFuture<Void> offer(String body, Inbox.Handler<JudgingRequested> handler) {
    Message<byte[]> message =
        Message.of(
            body.getBytes(StandardCharsets.UTF_8),
            () -> {
              acknowledged++;
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              sentBack.add(failure);
              return CompletableFuture.completedFuture(null);
            });
    return inbox.handle(message, JudgingRequested.class, handler).toCompletableFuture();
  }

  private static String reason(Published dead) {
    return dead.properties().getHeaders().get("reason").toString();
  }
}
