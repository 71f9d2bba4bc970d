package org.primum.localstack.bench.endpoint;

/** A Java process that is nothing but the measuring endpoint, so that its CPU time is its own. */
public final class BenchEndpointProcess {

  private BenchEndpointProcess() {}

  /**
   * Starts it.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) throws InterruptedException {
    BenchEndpoint endpoint = BenchEndpoint.start(Integer.parseInt(arguments[0]));
    System.out.println("The measuring endpoint answers on port " + endpoint.port() + ".");
    Thread.currentThread().join();
  }
}
