package org.primum.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.primum.protocol.Json;

/**
 * Model and judge of the known items. It counts what it is asked, and misbehaves when told to. Made
 * of plain sockets, because no HTTP server lets go of a connection in the middle of a reply.
 *
 * <p>A call whose client has gone is over, as it is at a model server that stops generating then.
 */
final class KnownEndpoint implements AutoCloseable {

  private static final int ENDLESS_CHUNK = 8_192;

  /** Well within the time limit of a request. */
  private static final Duration SLOW = Duration.ofMillis(2_500);

  private static final Duration UNTIL_DATE = Duration.ofSeconds(2);

  private final ServerSocket server;
  private final Duration latency;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, AtomicInteger> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicInteger> mostAtOnce = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Behaviour.Manners> manners = new ConcurrentHashMap<>();

  /**
   * Starts it.
   *
   * @param latency how long each reply takes
   */
  KnownEndpoint(Duration latency) throws IOException {
    this.latency = latency;
    this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("known-endpoint").start(this::accept);
  }

  String baseUrl() {
    return "http://localhost:" + port() + "/v1";
  }

  int port() {
    return server.getLocalPort();
  }

  /** From now on it does that with the requests of a run, to the model and to the judge. */
  void behave(String run, Behaviour.Manners how) {
    manners.put(run, how);
  }

  /** What it was asked in a run, in the order it began. */
  List<Call> calls(String run, boolean judge) {
    return calls.stream().filter(call -> call.run().equals(run) && call.judge() == judge).toList();
  }

  /** The most requests at once that the model of a run has had to answer. */
  int mostAtOnce(String run) {
    return most(run).get();
  }

  /** The most requests at once that the judge has had to answer since {@link #forgetJudge}. */
  int mostAtOnceAtJudge() {
    return most(KnownItem.JUDGE).get();
  }

  /** Counts the judge's requests at once anew. */
  void forgetJudge() {
    most(KnownItem.JUDGE).set(0);
  }

  private AtomicInteger most(String place) {
    return mostAtOnce.computeIfAbsent(place, none -> new AtomicInteger());
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closing) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      JsonNode request = request(in);
      while (request != null) {
        answer(socket, in, request);
        request = request(in);
      }
    } catch (IOException | UncheckedIOException gone) {
      // The client hung up, or was hung up on.
    } finally {
      open.remove(socket);
    }
  }

  /** The next request's body, or null when there is none. */
  private static JsonNode request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      head.append((char) read);
    }
    int length =
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0);
    byte[] body = in.readNBytes(length);
    return body.length < length || length == 0 ? null : Json.read(body, JsonNode.class);
  }

  private void answer(Socket socket, InputStream in, JsonNode request) throws IOException {
    String name = request.path("model").asText();
    boolean judge = name.equals(KnownItem.JUDGE);
    String text = request.path("messages").findValuesAsText("content").getLast();
    Optional<KnownItem.Judged> judged = judge ? KnownItem.Judged.in(text) : Optional.empty();
    Optional<KnownItem> item = judge ? judged.map(KnownItem.Judged::item) : KnownItem.asked(text);
    if (item.isEmpty()) {
      // Somebody tries whether anybody is there.
      reply(socket, Behaviour.GOOD, "ready");
      return;
    }
    String run = judged.map(KnownItem.Judged::run).orElse(name);
    String said =
        judged.map(found -> judgement(found.score())).orElseGet(() -> item.get().answer(run));
    Call call = noted(run, judge, item.get());
    Behaviour behaviour = manners.getOrDefault(call.run(), any -> Behaviour.GOOD).towards(call);
    AtomicInteger here = atOnce.computeIfAbsent(name, none -> new AtomicInteger());
    most(name).accumulateAndGet(here.incrementAndGet(), Math::max);
    boolean counted = true;
    try {
      if (gone(socket, in, wait(behaviour))) {
        throw new IOException("the client has gone");
      }
      if (behaviour != Behaviour.DRIP && behaviour != Behaviour.ENDLESS) {
        // Before the reply: whoever has it may ask again at once.
        here.decrementAndGet();
        counted = false;
      }
      reply(socket, behaviour, said);
    } finally {
      if (counted) {
        here.decrementAndGet();
      }
    }
  }

  private static String judgement(int score) {
    return Json.write(Map.of("reason", "It says so itself.", "score", Integer.toString(score)));
  }

  private Call noted(String run, boolean judge, KnownItem item) {
    int number =
        numbers
            .computeIfAbsent(run + " " + judge + " " + item.id(), none -> new AtomicInteger())
            .incrementAndGet();
    Call call = new Call(run, judge, item, number, Instant.now());
    calls.add(call);
    return call;
  }

  private Duration wait(Behaviour behaviour) {
    return switch (behaviour) {
      case SILENCE -> Duration.ZERO;
      case SLOW -> SLOW;
      default -> latency;
    };
  }

  /** Waits that long, zero for ever; whether the client hung up meanwhile. */
  private static boolean gone(Socket socket, InputStream in, Duration wait) throws IOException {
    socket.setSoTimeout((int) wait.toMillis());
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException stillThere) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
  }

  private static void reply(Socket socket, Behaviour behaviour, String said) throws IOException {
    byte[] good = completion(said);
    OutputStream out = socket.getOutputStream();
    switch (behaviour) {
      case GOOD, SLOW -> send(out, "200 OK", "", good);
      case SERVER_ERROR -> send(out, "500 Trouble", "", error("it is broken"));
      case RATE_LIMIT_IN_SECONDS ->
          send(out, "429 Too Many", "Retry-After: 1\r\n", error("too much"));
      case RATE_LIMIT_AS_DATE ->
          send(out, "429 Too Many", "Retry-After: " + soon() + "\r\n", error("too much"));
      case CUT -> {
        head(out, "200 OK", "Content-Length: " + good.length + "\r\n");
        out.write(good, 0, good.length / 2);
        throw new IOException("cut in the middle");
      }
      case DRIP -> {
        head(out, "200 OK", "Content-Length: " + good.length + "\r\n");
        for (byte drop : good) {
          out.write(drop);
          pause(Duration.ofSeconds(1));
        }
      }
      case ENDLESS -> {
        head(out, "200 OK", "");
        out.write("{\"choices\": [{\"message\": {\"content\": \"".getBytes(StandardCharsets.UTF_8));
        byte[] more = "more ".repeat(ENDLESS_CHUNK).getBytes(StandardCharsets.UTF_8);
        while (!socket.isClosed()) {
          out.write(more);
        }
      }
      case RESET -> {
        socket.setSoLinger(true, 0);
        throw new IOException("reset");
      }
      case SILENCE -> throw new IOException("nobody waits for silence");
    }
  }

  private static void send(OutputStream out, String status, String headers, byte[] body)
      throws IOException {
    head(out, status, headers + "Content-Length: " + body.length + "\r\n");
    out.write(body);
    out.flush();
  }

  private static void head(OutputStream out, String status, String headers) throws IOException {
    out.write(
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\n%s\r\n"
            .formatted(status, headers)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String soon() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().plus(UNTIL_DATE).atOffset(ZoneOffset.UTC));
  }

  private static byte[] completion(String text) {
    return bytes(
        Map.of(
            "choices",
            List.of(
                Map.of(
                    "message",
                    Map.of("role", "assistant", "content", text),
                    "finish_reason",
                    "stop")),
            "usage",
            Map.of("prompt_tokens", 10, "completion_tokens", 20)));
  }

  private static byte[] error(String message) {
    return bytes(Map.of("error", Map.of("message", message)));
  }

  private static byte[] bytes(Object body) {
    return Json.write(body).getBytes(StandardCharsets.UTF_8);
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
