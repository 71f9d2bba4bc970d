package org.primum.localstack.broker;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Where a broker is and who may use it.
 *
 * @param host host name or address
 * @param port AMQP port
 * @param user user name
 * @param password that user's password
 * @param virtualHost virtual host
 */
public record BrokerAddress(
    String host, int port, String user, String password, String virtualHost) {

  private static final int USUAL_PORT = 5672;
  private static final String USUAL_USER = "guest";
  private static final int TIMEOUT_MILLIS = 3_000;

  public BrokerAddress {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(virtualHost, "virtualHost");
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is 1 to 65535, not " + port + ".");
    }
  }

  /** A RabbitMQ as it is after installing it on this machine. */
  public static BrokerAddress standard() {
    return new BrokerAddress("localhost", USUAL_PORT, USUAL_USER, USUAL_USER, "/");
  }

  /**
   * The broker the environment names by {@code PRIMUM_BROKER_URL}, in the form {@code
   * amqp://user:password@host:port/virtual-host}.
   *
   * @throws IllegalArgumentException when the URL cannot be read
   */
  public static Optional<BrokerAddress> named(Map<String, String> environment) {
    String url = environment.getOrDefault("PRIMUM_BROKER_URL", "").strip();
    return url.isEmpty() ? Optional.empty() : Optional.of(at(url));
  }

  private static BrokerAddress at(String url) {
    URI address;
    try {
      address = URI.create(url);
    } catch (IllegalArgumentException malformed) {
      // Its message would repeat the URL, which may hold a password.
      throw unreadable();
    }
    if (!"amqp".equals(address.getScheme()) || address.getHost() == null) {
      throw unreadable();
    }
    String userInfo = Objects.requireNonNullElse(address.getRawUserInfo(), "guest:guest");
    String[] parts = userInfo.split(":", 2);
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    return new BrokerAddress(
        address.getHost(),
        address.getPort() == -1 ? USUAL_PORT : address.getPort(),
        decoded(parts[0]),
        parts.length == 2 ? decoded(parts[1]) : "",
        path.length() > 1 ? decoded(path.substring(1)) : "/");
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "PRIMUM_BROKER_URL should look like amqp://user:password@host:5672/virtual-host.");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The same broker, another virtual host. */
  public BrokerAddress withVirtualHost(String name) {
    return new BrokerAddress(host, port, user, password, name);
  }

  /** A connection. */
  public Connection connect() throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(host);
    factory.setPort(port);
    factory.setUsername(user);
    factory.setPassword(password);
    factory.setVirtualHost(virtualHost);
    factory.setConnectionTimeout(TIMEOUT_MILLIS);
    factory.setHandshakeTimeout(TIMEOUT_MILLIS);
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection("primum-local-stack");
  }

  /** Whether it answers, and lets the user in. */
  public boolean answers() {
    try (Connection connection = connect()) {
      return connection.isOpen();
    } catch (IOException | TimeoutException away) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "%s:%d%s".formatted(host, port, "/".equals(virtualHost) ? "" : "/" + virtualHost);
  }
}
