package org.primum.system.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The way to an endpoint, which can be cut. */
final class Network implements AutoCloseable {

  private enum State {
    OPEN,
    CUT,
    SILENT
  }

  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.OPEN;
  private volatile CountDownLatch passable = new CountDownLatch(0);

  /**
   * Opens a way.
   *
   * @param target the endpoint's port
   */
  Network(int target) throws IOException {
    this.target = target;
    this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("network").start(this::accept);
  }

  String baseUrl() {
    return "http://localhost:" + server.getLocalPort() + "/v1";
  }

  /** Resets every connection and each that is tried. */
  void cut() throws IOException {
    state = State.CUT;
    resetAll();
  }

  /** Lets nothing through any more, without a word: what a pulled cable does. */
  void silence() {
    passable = new CountDownLatch(1);
    state = State.SILENT;
  }

  /** Is as before; what was open meanwhile is not open any more. */
  void restore() throws IOException {
    resetAll();
    state = State.OPEN;
    passable.countDown();
  }

  private void resetAll() throws IOException {
    for (Socket socket : open) {
      reset(socket);
    }
  }

  private static void reset(Socket socket) throws IOException {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException closedMeanwhile) {
      return;
    }
    socket.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        if (state == State.CUT) {
          reset(socket);
        } else {
          open.add(socket);
          Thread.ofVirtual().start(() -> connect(socket));
        }
      } catch (IOException closing) {
        if (server.isClosed()) {
          return;
        }
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket endpoint = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(endpoint);
      client.setTcpNoDelay(true);
      endpoint.setTcpNoDelay(true);
      Thread there = Thread.ofVirtual().start(() -> pump(client, endpoint));
      pump(endpoint, client);
      there.join();
      open.remove(endpoint);
    } catch (IOException gone) {
      // The other side hung up.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  /** Ends both connections with the first that ends. */
  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try (from;
        to) {
      int read = from.getInputStream().read(buffer);
      while (read >= 0) {
        passable.await();
        to.getOutputStream().write(buffer, 0, read);
        read = from.getInputStream().read(buffer);
      }
    } catch (IOException gone) {
      // The other side hung up.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    restore();
  }
}
