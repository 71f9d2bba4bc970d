package org.primum.modelclient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint that misbehaves on purpose. Its reactions are taken in turn, the last one for ever;
 * every connection carries one request.
 */
final class FaultyServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");

  private final ServerSocket listening;
  private final List<Reaction> reactions;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private FaultyServer(List<Reaction> reactions) {
    this.reactions = reactions;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static FaultyServer that(Reaction... reactions) {
    return new FaultyServer(List.of(reactions));
  }

  /** An address where nobody listens. */
  static String deserted() {
    FaultyServer server = that(Reaction.hangUp());
    server.close();
    return server.baseUrl();
  }

  String baseUrl() {
    return "http://localhost:" + listening.getLocalPort() + "/v1";
  }

  List<Received> received() {
    return received;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closedMeanwhile) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Received request = read(socket.getInputStream());
      int index;
      synchronized (received) {
        received.add(request);
        index = Math.min(received.size(), reactions.size()) - 1;
      }
      reactions.get(index).to(socket.getOutputStream(), closed);
      socket.getOutputStream().flush();
      if (reactions.get(index).resets()) {
        socket.setSoLinger(true, 0);
      }
    } catch (IOException clientGone) {
      // The client may hang up at any time; what matters is what it says then.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Received read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request came");
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    Matcher length = LENGTH.matcher(text);
    byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
    return new Received(text, new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      listening.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * A request as it came.
   *
   * @param head request line and headers
   * @param body the body
   */
  record Received(String head, String body) {

    String requestLine() {
      return head.lines().findFirst().orElseThrow();
    }

    /** The header's value, or null when it is not there. */
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .findFirst()
          .orElse(null);
    }
  }

  /** What the server does with a request. */
  interface Reaction {

    void to(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;

    /** Whether the connection is reset at the end and not closed in order. */
    default boolean resets() {
      return false;
    }

    /** A complete reply in JSON. */
    static Reaction json(int status, String body, String... headers) {
      return bytes(status, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A complete reply of any kind. */
    static Reaction bytes(int status, String contentType, byte[] body, String... headers) {
      return (out, closed) -> {
        out.write(head(status, contentType, body.length, headers));
        out.write(body);
      };
    }

    /** A reply that ends before the length it promised. */
    static Reaction cutOff(String begin) {
      return (out, closed) -> {
        out.write(head(200, "application/json", begin.length() + 100));
        out.write(begin.getBytes(StandardCharsets.UTF_8));
      };
    }

    /** Bytes as they are, whether HTTP or not. */
    static Reaction raw(String text) {
      return (out, closed) -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** No reply at all. */
    static Reaction hangUp() {
      return (out, closed) -> {};
    }

    /** Begins like this and then says nothing more. */
    static Reaction stall(String begin) {
      return (out, closed) -> {
        out.write(begin.getBytes(StandardCharsets.UTF_8));
        out.flush();
        closed.await();
      };
    }

    /** Begins like this and then resets the connection. */
    static Reaction reset(String begin) {
      return new Reaction() {
        @Override
        public void to(OutputStream out, CountDownLatch closed) throws IOException {
          out.write(begin.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean resets() {
          return true;
        }
      };
    }

    /** A complete reply of which one byte comes after another, with a pause before each. */
    static Reaction drip(String body, Duration pause) {
      return (out, closed) -> {
        out.write(head(200, "application/json", body.length()));
        for (byte next : body.getBytes(StandardCharsets.US_ASCII)) {
          out.flush();
          if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
          }
          out.write(next);
        }
      };
    }

    /** A body without an end. */
    static Reaction endless() {
      return (out, closed) -> {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        byte[] spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        while (closed.getCount() > 0) {
          out.write(spaces);
        }
      };
    }

    private static byte[] head(int status, String contentType, int length, String... headers) {
      StringBuilder head =
          new StringBuilder("HTTP/1.1 %d Status\r\n".formatted(status))
              .append("Content-Type: %s\r\n".formatted(contentType))
              .append("Content-Length: %d\r\n".formatted(length))
              .append("Connection: close\r\n");
      for (String header : headers) {
        head.append(header).append("\r\n");
      }
      return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
