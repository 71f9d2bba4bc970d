package org.primum.localstack.broker;

/** A Java process that is nothing but the embedded broker. */
public final class EmbeddedBrokerProcess {

  /** The environment variable with the only user's password. */
  public static final String PASSWORD_VARIABLE = "BROKER_PASSWORD";

  /** The only user. */
  public static final String USER = "primum";

  /** The only virtual host. */
  public static final String VIRTUAL_HOST = "default";

  private EmbeddedBrokerProcess() {}

  /**
   * Starts it.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            Integer.parseInt(arguments[0]), USER, System.getenv(PASSWORD_VARIABLE));
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    System.out.println("The embedded broker answers at " + broker.address() + ".");
    Thread.currentThread().join();
  }
}
