package org.primum.localstack.bench.endpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.primum.localstack.progress.StackFailure;
import org.primum.protocol.Json;

/**
 * An OpenAI-compatible endpoint that costs little and behaves as it is told: with a latency, a
 * jitter, errors and limits. A model whose name holds {@code judge} replies as a judge. It speaks
 * HTTP itself, because a web server would not cut or reset a connection in the middle of a reply.
 *
 * <p>Beside the API it takes its settings at {@code PUT /bench/settings}, tells what it has seen at
 * {@code GET /bench/stats}, and forgets that at {@code POST /bench/reset}.
 */
public final class BenchEndpoint implements AutoCloseable {

  private static final int BACKLOG = 1_024;
  private static final int BUFFER = 8_192;
  private static final int DRIPS = 10;

  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Map<String, ModelDesk> desks = new ConcurrentHashMap<>();
  private volatile EndpointSettings settings = new EndpointSettings(1, Map.of(), null);

  private BenchEndpoint(ServerSocket server) {
    this.server = server;
  }

  /**
   * Starts to answer on this machine only.
   *
   * @param port the port, or 0 for any that is free
   * @throws StackFailure when the port cannot be had
   */
  public static BenchEndpoint start(int port) {
    try {
      BenchEndpoint endpoint =
          new BenchEndpoint(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
      Thread.ofPlatform().daemon().name("bench-endpoint").start(endpoint::accept);
      return endpoint;
    } catch (IOException taken) {
      throw new StackFailure(
          "The measuring endpoint cannot answer on port %d: %s."
              .formatted(port, taken.getMessage()),
          taken);
    }
  }

  /** The port it answers on. */
  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        // Either the server is being closed, or one connection could not be taken.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
      OutputStream out = connection.getOutputStream();
      boolean goesOn = true;
      while (goesOn) {
        Request request = Request.read(in);
        goesOn = request != null && answer(request, connection, out) && !request.last();
      }
    } catch (IOException | IllegalArgumentException broken) {
      // The client sees its connection end.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  /** Whether the connection goes on. */
  private boolean answer(Request request, Socket connection, OutputStream out)
      throws IOException, InterruptedException {
    switch (request.path()) {
      case "/v1/chat/completions" -> {
        return complete(request, connection, out);
      }
      case "/v1/models" -> send(out, 200, "", "{\"object\":\"list\",\"data\":[]}");
      case "/bench/settings" -> {
        settings = Json.read(utf8(request.body()), EndpointSettings.class);
        desks.clear();
        send(out, 200, "", "{}");
      }
      case "/bench/reset" -> {
        desks.clear();
        send(out, 200, "", "{}");
      }
      case "/bench/stats" -> send(out, 200, "", Json.write(figures()));
      default -> send(out, 404, "", Completions.error("not_found", "There is no such path."));
    }
    return true;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private EndpointFigures figures() {
    return new EndpointFigures(
        desks.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, desk -> desk.getValue().figures())));
  }

  private boolean complete(Request request, Socket connection, OutputStream out)
      throws IOException, InterruptedException {
    String model = Completions.model(request.body());
    EndpointSettings current = settings;
    ModelDesk desk =
        desks.computeIfAbsent(model, name -> new ModelDesk(current.towards(name), current.seed()));
    ModelDesk.Admission admission = desk.admit();
    boolean ended = false;
    try {
      if (admission.waitMillis() > 0) {
        Thread.sleep(admission.waitMillis());
      }
      if (admission.fate().repliesAtOnce()) {
        // Before it is sent: whoever has the reply may ask again before anything after it is done.
        desk.ended(admission.fate());
        ended = true;
      }
      return reply(model, request, admission, desk.behaviour(), connection, out);
    } finally {
      if (!ended) {
        desk.ended(admission.fate());
      }
    }
  }

  private static boolean reply(
      String model,
      Request request,
      ModelDesk.Admission admission,
      Behaviour behaviour,
      Socket connection,
      OutputStream out)
      throws IOException, InterruptedException {
    String headers = limitHeaders(admission.limits());
    switch (admission.fate()) {
      case ANSWER -> send(out, 200, headers, completion(model, request, admission));
      case SERVER_ERROR ->
          send(out, 500, headers, Completions.error("server_error", "Told to fail."));
      case UNAVAILABLE ->
          send(
              out,
              503,
              headers + retryAfter(admission, behaviour),
              Completions.error("overloaded", "Told to be overloaded."));
      case REFUSED ->
          send(
              out,
              429,
              headers + retryAfter(admission, behaviour),
              Completions.error("requests", "Rate limit reached for requests."));
      case DRIP ->
          drip(out, message(200, headers, completion(model, request, admission)), behaviour);
      case CUT -> {
        byte[] whole = message(200, headers, completion(model, request, admission));
        out.write(whole, 0, whole.length * 2 / 3);
        out.flush();
        return false;
      }
      case RESET -> {
        reset(connection);
        return false;
      }
      case HANG -> {
        return false;
      }
    }
    return true;
  }

  private static String completion(String model, Request request, ModelDesk.Admission admission) {
    return Completions.completion(model, admission.number(), request.body().length());
  }

  private static String retryAfter(ModelDesk.Admission admission, Behaviour behaviour) {
    String wait =
        behaviour.retryAfterAsDate()
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(admission.retryAfterSeconds()))
            : Integer.toString(admission.retryAfterSeconds());
    return "Retry-After: " + wait + "\r\n";
  }

  /** As OpenAI names and writes them. */
  private static String limitHeaders(ModelDesk.Limits limits) {
    return limits == null
        ? ""
        : "x-ratelimit-limit-requests: "
            + limits.perMinute()
            + "\r\nx-ratelimit-remaining-requests: "
            + limits.remaining()
            + "\r\nx-ratelimit-reset-requests: "
            + limits.untilFull().toMillis()
            + "ms\r\n";
  }

  private static void drip(OutputStream out, byte[] whole, Behaviour behaviour)
      throws IOException, InterruptedException {
    int piece = Math.ceilDiv(whole.length, DRIPS);
    for (int from = 0; from < whole.length; from += piece) {
      out.write(whole, from, Math.min(piece, whole.length - from));
      out.flush();
      Thread.sleep(behaviour.latencyMillis() / DRIPS);
    }
  }

  private static void reset(Socket connection) throws SocketException {
    // Closing with this makes the system send a reset instead of an orderly end.
    connection.setSoLinger(true, 0);
  }

  private static void send(OutputStream out, int status, String headers, String body)
      throws IOException {
    out.write(message(status, headers, body));
    out.flush();
  }

  private static byte[] message(int status, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 "
                + status
                + " "
                + (status == 200 ? "OK" : "Trouble")
                + "\r\nContent-Type: application/json\r\n"
                + headers
                + "Content-Length: "
                + content.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[head.length + content.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(content, 0, whole, head.length, content.length);
    return whole;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
