package org.primum.localstack.broker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A virtual host of its own on a RabbitMQ that somebody else runs too, so that test runs on one
 * broker do not take each other's messages.
 */
public final class VirtualHost implements AutoCloseable {

  private static final int MANAGEMENT_PORT_OFFSET = 10_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final BrokerAddress address;
  private final Way way;

  private VirtualHost(BrokerAddress address, Way way) {
    this.address = address;
    this.way = way;
  }

  /** A way to administer the broker. */
  private interface Way {

    boolean create(BrokerAddress address) throws IOException, InterruptedException;

    boolean delete(BrokerAddress address) throws IOException, InterruptedException;
  }

  /**
   * Creates one by the management API or, on this machine, by {@code rabbitmqctl}.
   *
   * @return empty where neither may do so
   */
  public static Optional<VirtualHost> on(BrokerAddress broker) {
    BrokerAddress fresh =
        broker.withVirtualHost("primum-test-" + UUID.randomUUID().toString().substring(0, 8));
    for (Way way : List.of(new ManagementApi(), new ControlProgram())) {
      try {
        if (way.create(fresh) && fresh.answers()) {
          return Optional.of(new VirtualHost(fresh, way));
        }
      } catch (IOException missing) {
        // The next way may be there.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The broker with this virtual host. */
  public BrokerAddress address() {
    return address;
  }

  /** Deletes it with everything in it. */
  @Override
  public void close() throws IOException {
    try {
      if (!way.delete(address)) {
        throw new IOException("The virtual host " + address + " could not be deleted.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while deleting " + address + ".", interrupted);
    }
  }

  /** RabbitMQ's management plugin on its standard port. */
  private static final class ManagementApi implements Way {

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    @Override
    public boolean create(BrokerAddress address) throws IOException, InterruptedException {
      String permissions = "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}";
      return sent("PUT", address, "/api/vhosts/" + address.virtualHost(), "{}")
          && sent(
              "PUT",
              address,
              "/api/permissions/%s/%s".formatted(address.virtualHost(), address.user()),
              permissions);
    }

    @Override
    public boolean delete(BrokerAddress address) throws IOException, InterruptedException {
      return sent("DELETE", address, "/api/vhosts/" + address.virtualHost(), "");
    }

    private boolean sent(String method, BrokerAddress address, String path, String body)
        throws IOException, InterruptedException {
      String credentials = address.user() + ":" + address.password();
      URI uri =
          URI.create(
              "http://%s:%d%s"
                  .formatted(address.host(), address.port() + MANAGEMENT_PORT_OFFSET, path));
      HttpRequest request =
          HttpRequest.newBuilder(uri)
              .timeout(TIMEOUT)
              .header("Content-Type", "application/json")
              .header(
                  "Authorization",
                  "Basic "
                      + Base64.getEncoder()
                          .encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build();
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300;
    }
  }

  /** The program that administers a RabbitMQ on the same machine, for those who may run it. */
  private static final class ControlProgram implements Way {

    @Override
    public boolean create(BrokerAddress address) throws IOException, InterruptedException {
      return done("add_vhost", address.virtualHost())
          && done("set_permissions", "-p", address.virtualHost(), address.user(), ".*", ".*", ".*");
    }

    @Override
    public boolean delete(BrokerAddress address) throws IOException, InterruptedException {
      return done("delete_vhost", address.virtualHost());
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder(commandLine(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    }

    private static List<String> commandLine(String... command) {
      List<String> line = new ArrayList<>(List.of("rabbitmqctl", "--quiet"));
      line.addAll(List.of(command));
      return line;
    }
  }
}
