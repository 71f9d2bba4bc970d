package org.primum.localstack.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final RoundTrips roundTrips = new RoundTrips();
  private final Conversation conversation = new Conversation(roundTrips);

  @Test
  void countsARoundTripWithTheStatementItWasFor() {
    conversation.user("primum_gateway");
    conversation.ready();
    conversation.prepared("", "BEGIN");
    conversation.bound("");
    conversation.prepared("S_1", "select *\n  from task");
    conversation.bound("S_1");
    conversation.sync();
    conversation.ready();

    assertThat(roundTrips.kinds())
        .singleElement()
        .satisfies(
            kind -> {
              assertThat(kind.user()).isEqualTo("primum_gateway");
              assertThat(kind.statement()).isEqualTo("select * from task");
              assertThat(kind.count()).isEqualTo(1);
              assertThat(kind.totalMillis()).isPositive();
              assertThat(kind.meanMillis()).isEqualTo(kind.longestMillis());
            });
  }

  @Test
  void countsNothingBeforeItIsAnswered() {
    conversation.query("select 1");

    assertThat(roundTrips.kinds()).isEmpty();
  }

  @Test
  void knowsAPreparedStatementWhenItIsRunAgain() {
    conversation.prepared("S_1", "select 1");
    for (int run = 0; run < 3; run++) {
      conversation.bound("S_1");
      conversation.sync();
      conversation.ready();
    }

    assertThat(roundTrips.kinds()).singleElement().extracting(RoundTrip::count).isEqualTo(3L);
  }

  @Test
  void seesInPiecesThatTheServerIsReady() {
    int[] ready = new int[1];
    BackendMessages messages = new BackendMessages(() -> ready[0]++);
    byte[] row = message('D', "a row with a Z in it");
    byte[] end = message('Z', "I");
    byte[] all =
        ByteBuffer.allocate(row.length + 2 * end.length).put(row).put(end).put(end).array();

    for (byte next : all) {
      messages.take(new byte[] {next}, 1);
    }
    messages.take(all, all.length);

    assertThat(ready[0]).isEqualTo(4);
  }

  private static byte[] message(char type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(5 + bytes.length)
        .put((byte) type)
        .putInt(4 + bytes.length)
        .put(bytes)
        .array();
  }
}
