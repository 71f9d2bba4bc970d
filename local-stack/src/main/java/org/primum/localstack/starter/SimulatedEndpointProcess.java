package org.primum.localstack.starter;

import org.primum.localstack.simulated.SimulatedEndpoint;

/** A Java process that is nothing but the simulated models' endpoint. */
public final class SimulatedEndpointProcess {

  private SimulatedEndpointProcess() {}

  /**
   * Starts it.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) throws InterruptedException {
    SimulatedEndpoint endpoint = SimulatedEndpoint.start(Integer.parseInt(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(endpoint::close));
    System.out.println("The simulated models answer on port " + endpoint.port() + ".");
    Thread.currentThread().join();
  }
}
