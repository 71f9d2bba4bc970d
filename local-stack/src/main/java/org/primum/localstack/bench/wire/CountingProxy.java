package org.primum.localstack.bench.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the services and PostgreSQL and counts their round trips. It costs time, so no
 * times of evaluations are taken while it does. Connections through it must not be encrypted.
 */
public final class CountingProxy implements AutoCloseable {

  private static final int BACKLOG = 256;
  private static final int BUFFER = 16_384;

  private final ServerSocket server;
  private final String host;
  private final int port;
  private final RoundTrips roundTrips = new RoundTrips();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private CountingProxy(ServerSocket server, String host, int port) {
    this.server = server;
    this.host = host;
    this.port = port;
  }

  /** Starts one on a free port, before that server. */
  public static CountingProxy before(String host, int port) throws IOException {
    CountingProxy proxy =
        new CountingProxy(
            new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), host, port);
    Thread.ofPlatform().daemon().name("counting-proxy").start(proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** What was counted, the kind that took most time first. */
  public List<RoundTrip> counted() {
    return roundTrips.kinds();
  }

  /** Begins to count anew. */
  public void forget() {
    roundTrips.forget();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        connect(server.accept());
      } catch (IOException closed) {
        // Either this is being closed, or PostgreSQL is away; the service tries again.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    sockets.add(client);
    Socket database;
    try {
      database = new Socket(host, port);
    } catch (IOException away) {
      end(client);
      throw away;
    }
    sockets.add(database);
    client.setTcpNoDelay(true);
    database.setTcpNoDelay(true);
    Conversation conversation = new Conversation(roundTrips);
    FrontendMessages requests = new FrontendMessages(conversation);
    BackendMessages answers = new BackendMessages(conversation::ready);
    Thread.ofVirtual().start(() -> pass(client, database, requests::take));
    Thread.ofVirtual().start(() -> pass(database, client, answers::take));
  }

  private interface Reader {
    void take(byte[] bytes, int length);
  }

  private void pass(Socket from, Socket to, Reader reader) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        // Counted first: the answer to it must not be faster.
        reader.take(buffer, read);
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      // Whoever ended it knows why.
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    sockets.remove(socket);
    try {
      socket.close();
    } catch (IOException failed) {
      // It is of no use any more either way.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    sockets.forEach(this::end);
  }
}
