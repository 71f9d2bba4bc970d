package org.primum.localstack.bench.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection's requests and the answers they wait for. The two directions are read by two
 * threads.
 */
final class Conversation implements FrontendMessages.Listener {

  private record Pending(String statement, long since) {}

  private final RoundTrips roundTrips;
  private final Map<String, String> prepared = new HashMap<>();
  private final Deque<Pending> pending = new ArrayDeque<>();
  private volatile String user = "";
  private String current = "";

  Conversation(RoundTrips roundTrips) {
    this.roundTrips = roundTrips;
  }

  @Override
  public void user(String name) {
    user = name;
    // Signing in ends with the server being ready, too, which nobody asked for as a round trip.
    synchronized (pending) {
      pending.add(new Pending(null, 0));
    }
  }

  @Override
  public void prepared(String name, String text) {
    prepared.put(name, oneLine(text));
  }

  @Override
  public void bound(String name) {
    String text = prepared.getOrDefault(name, "");
    // The driver sends the beginning of a transaction with its first statement.
    if (!text.toLowerCase(Locale.ROOT).startsWith("begin")) {
      current = text;
    }
  }

  @Override
  public void query(String text) {
    await(oneLine(text));
  }

  @Override
  public void sync() {
    await(current);
    current = "";
  }

  private void await(String statement) {
    synchronized (pending) {
      pending.add(new Pending(statement, System.nanoTime()));
    }
  }

  /** The server is ready for the next request. */
  void ready() {
    Pending answered;
    synchronized (pending) {
      answered = pending.poll();
    }
    if (answered != null && answered.statement() != null) {
      roundTrips.add(user, answered.statement(), System.nanoTime() - answered.since());
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
