package org.primum.localstack.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.broker.EmbeddedBroker;
import org.primum.localstack.broker.VirtualHost;
import org.primum.localstack.database.DatabaseAccount;
import org.primum.localstack.database.DatabaseServer;
import org.primum.localstack.database.ScratchDatabase;

/**
 * Gives a {@code @QuarkusTest} a fresh database and a broker, and the configuration that leads
 * there. What runs on the machine is used, otherwise both are embedded:
 *
 * <pre>{@code
 * @QuarkusTestResource(
 *     value = TestInfrastructure.class,
 *     initArgs = @ResourceArg(name = "service", value = "gateway"))
 * }</pre>
 *
 * <p>A field of type {@link BrokerAddress} in the test is told where the broker is.
 */
public final class TestInfrastructure implements QuarkusTestResourceLifecycleManager {

  private static final int STANDARD_DATABASE_PORT = 5432;
  private static final int SEALING_KEY_BYTES = 32;

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private DatabaseAccount account = DatabaseAccount.GATEWAY;
  private BrokerAddress broker;

  @Override
  public void init(Map<String, String> arguments) {
    account =
        DatabaseAccount.valueOf(
            arguments.getOrDefault("service", "gateway").toUpperCase(Locale.ROOT));
  }

  @Override
  public Map<String, String> start() {
    try {
      Map<String, String> configuration = new HashMap<>();
      addDatabase(configuration);
      addBroker(configuration);
      addSecrets(configuration);
      return configuration;
    } catch (SQLException | IOException failed) {
      stop();
      throw new IllegalStateException(
          "The test's database or broker did not start: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(broker, new TestInjector.MatchesType(BrokerAddress.class));
  }

  private void addDatabase(Map<String, String> configuration) throws SQLException, IOException {
    ScratchDatabase database = ScratchDatabase.on(databaseServer());
    started.push(database);
    configuration.put("PRIMUM_DATABASE_URL", database.server().jdbcUrl());
    configuration.put("PRIMUM_DATABASE_USER", database.user(account));
    configuration.put("PRIMUM_DATABASE_PASSWORD", database.password(account));
  }

  private DatabaseServer databaseServer() throws IOException {
    DatabaseServer standard = DatabaseServer.local(STANDARD_DATABASE_PORT, "postgres", "");
    DatabaseServer server = DatabaseServer.named(System.getenv()).orElse(standard);
    if (!server.equals(standard) || server.answers()) {
      return server;
    }
    EmbeddedPostgres embedded = EmbeddedPostgres.start();
    started.push(embedded);
    return DatabaseServer.local(embedded.getPort(), "postgres", "");
  }

  private void addBroker(Map<String, String> configuration) throws IOException {
    broker = startedBroker();
    configuration.put("PRIMUM_BROKER_HOST", broker.host());
    configuration.put("PRIMUM_BROKER_PORT", Integer.toString(broker.port()));
    configuration.put("PRIMUM_BROKER_USER", broker.user());
    configuration.put("PRIMUM_BROKER_PASSWORD", broker.password());
    configuration.put("PRIMUM_BROKER_VIRTUAL_HOST", broker.virtualHost());
  }

  private BrokerAddress startedBroker() throws IOException {
    BrokerAddress standard = BrokerAddress.standard();
    BrokerAddress running = BrokerAddress.named(System.getenv()).orElse(standard);
    if (running.equals(standard) && !running.answers()) {
      EmbeddedBroker embedded = EmbeddedBroker.start(freePort(), "test", secret());
      started.push(embedded);
      return embedded.address();
    }
    return VirtualHost.on(running)
        .map(
            own -> {
              started.push(own);
              return own.address();
            })
        .orElse(running);
  }

  private static void addSecrets(Map<String, String> configuration) {
    byte[] key = new byte[SEALING_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    configuration.put("PRIMUM_SEALING_KEY", Base64.getEncoder().encodeToString(key));
    configuration.put("PRIMUM_SERVICE_CLIENT_SECRET", secret());
    configuration.put("PRIMUM_UI_CLIENT_SECRET", secret());
    configuration.put("PRIMUM_STATE_SECRET", secret());
    configuration.put("PRIMUM_PRIVATE_ADDRESSES", "true");
  }

  private static String secret() {
    return UUID.randomUUID().toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {
    while (!started.isEmpty()) {
      AutoCloseable part = started.pop();
      try {
        part.close();
      } catch (Exception failed) {
        // The tests are over; what is left behind is named and harms nobody.
        System.err.println("Left behind after the tests: " + failed.getMessage());
      }
    }
  }
}
