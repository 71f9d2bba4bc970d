package org.primum.localstack.simulated;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.primum.localstack.progress.StackFailure;

/**
 * An OpenAI-compatible endpoint with three simulated models and a simulated judge, so that a new
 * installation has something to evaluate without a key, a network or a cost. What they answer is
 * composed and judged by rules and says nothing about any real model.
 */
public final class SimulatedEndpoint implements AutoCloseable {

  /** The JDK's 50 would turn away a runner that opens all its connections at once. */
  private static final int BACKLOG = 512;

  private final HttpServer server;
  private final ExecutorService threads;

  private SimulatedEndpoint(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts to answer on this machine only.
   *
   * @param port the port, or 0 for any that is free
   * @throws StackFailure when the port cannot be had
   */
  public static SimulatedEndpoint start(int port) {
    HttpServer server;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (IOException taken) {
      throw new StackFailure(
          "The simulated models cannot answer on port %d: %s.".formatted(port, taken.getMessage()),
          taken);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", new Routes(Models.all()));
    server.start();
    return new SimulatedEndpoint(server, threads);
  }

  /** The port it answers on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The base URL a client of OpenAI's API is given. */
  public String baseUrl() {
    return "http://localhost:" + port() + "/v1";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
