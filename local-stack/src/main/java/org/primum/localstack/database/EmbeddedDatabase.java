package org.primum.localstack.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.primum.localstack.process.Liveness;

/**
 * Starts a PostgreSQL that goes on when this program ends. A program of its own, because the lock
 * on the data folder lasts as long as the Java process that took it.
 */
public final class EmbeddedDatabase {

  /** The superuser. */
  public static final String USER = "postgres";

  /** The environment variable with the superuser's password. */
  public static final String PASSWORD_VARIABLE = "POSTGRES_PASSWORD";

  private static final String LOCK = "postmaster.pid";
  private static final Duration STARTUP = Duration.ofMinutes(1);

  private static final String PASSWORDS_FOR_EVERYBODY =
      """
      # Connections over the loopback interface only, and with a password.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128 scram-sha-256
      """;

  private EmbeddedDatabase() {}

  /**
   * Starts it.
   *
   * @param arguments data folder, folder to unpack the programs in, log file, port
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path data = Path.of(arguments[0]);
    String password = System.getenv(PASSWORD_VARIABLE);
    int port = Integer.parseInt(arguments[3]);
    forgetKilled(data);
    // The library means it for tests: nothing is to be lost here, and nothing to end with us.
    EmbeddedPostgres started =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("unix_socket_directories", "''")
            .setOverrideWorkingDirectory(Path.of(arguments[1]).toFile())
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(Path.of(arguments[2]).toFile()))
            .setConnectConfig("password", password)
            .setPGStartupWait(STARTUP)
            .setPort(port)
            .start();
    requirePasswords(DatabaseServer.local(started.getPort(), USER, password), data);
  }

  /**
   * A server that was killed is taken for one that runs, by its successor, for as long as its
   * parent did not ask how it ended; in a container that may be for ever.
   */
  private static void forgetKilled(Path data) throws IOException {
    if (!Files.exists(data.resolve(LOCK))) {
      return;
    }
    Optional<ProcessHandle> there = ProcessHandle.of(processOf(data));
    if (there.isPresent() && !Liveness.alive(there.get())) {
      Files.delete(data.resolve(LOCK));
    }
  }

  private static void requirePasswords(DatabaseServer server, Path data)
      throws IOException, SQLException {
    Path authentication = data.resolve("pg_hba.conf");
    if (Files.readString(authentication).equals(PASSWORDS_FOR_EVERYBODY)) {
      return;
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter role %s password %s".formatted(USER, statement.enquoteLiteral(server.password())));
      Files.writeString(authentication, PASSWORDS_FOR_EVERYBODY);
      statement.execute("select pg_reload_conf()");
    }
  }

  /** The number of the server's first process. */
  public static long processOf(Path data) throws IOException {
    try (var lines = Files.lines(data.resolve(LOCK))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }
}
