package org.primum.localstack.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendMessagesTest {

  private static final int PROTOCOL_3 = 196_608;
  private static final int ENCRYPTION = 80_877_103;

  private final List<String> told = new ArrayList<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(sent);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
  void readsMessagesInPiecesOfAnySize(int size) throws IOException {
    start("user", "primum_runner", "database", "primum");
    message('p', "secret\0");
    message('P', "\0select  1\0\0\0");
    message('B', "\0\0");
    message('E', "\0\0\0\0\0");
    message('S', "");
    message('P', "S_1\0update transcript set answer = $1\0\0\0");
    message('B', "\0S_1\0and more");
    message('S', "");
    message('Q', "commit\0");
    message('X', "");

    read(size);

    assertThat(told)
        .containsExactly(
            "user primum_runner",
            "prepared  select  1",
            "bound ",
            "sync",
            "prepared S_1 update transcript set answer = $1",
            "bound S_1",
            "sync",
            "query commit");
  }

  @Test
  void passesOverTheWishForEncryption() throws IOException {
    out.writeInt(8);
    out.writeInt(ENCRYPTION);
    start("database", "primum", "user", "primum_judge");
    message('S', "");

    read(5);

    assertThat(told).containsExactly("user primum_judge", "sync");
  }

  @Test
  void readsALargeStatement() throws IOException {
    String text = "x".repeat(100_000);
    start("user", "u");
    message('P', "\0" + text + "\0\0\0");

    read(4_096);

    assertThat(told).containsExactly("user u", "prepared  " + text);
  }

  private void start(String... parameters) throws IOException {
    byte[] body = (String.join("\0", parameters) + "\0\0").getBytes(StandardCharsets.UTF_8);
    out.writeInt(8 + body.length);
    out.writeInt(PROTOCOL_3);
    out.write(body);
  }

  private void message(char type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    out.writeByte(type);
    out.writeInt(4 + bytes.length);
    out.write(bytes);
  }

  private void read(int size) {
    FrontendMessages messages = new FrontendMessages(new Told());
    byte[] all = sent.toByteArray();
    for (int from = 0; from < all.length; from += size) {
      byte[] piece = java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + size));
      messages.take(piece, piece.length);
    }
  }

  private final class Told implements FrontendMessages.Listener {

    @Override
    public void user(String name) {
      told.add("user " + name);
    }

    @Override
    public void prepared(String name, String text) {
      told.add("prepared " + name + " " + text);
    }

    @Override
    public void bound(String name) {
      told.add("bound " + name);
    }

    @Override
    public void query(String text) {
      told.add("query " + text);
    }

    @Override
    public void sync() {
      told.add("sync");
    }
  }
}
