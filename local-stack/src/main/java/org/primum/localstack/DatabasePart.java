package org.primum.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.primum.localstack.database.DatabaseAccount;
import org.primum.localstack.database.DatabaseAccounts;
import org.primum.localstack.database.DatabaseServer;
import org.primum.localstack.database.EmbeddedDatabase;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.process.Launch;
import org.primum.localstack.process.ProcessTable;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.secrets.Secrets;

/** The database: the one the environment names, or an embedded PostgreSQL. */
final class DatabasePart implements StackPart {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration UNTIL_FORCED = Duration.ofSeconds(20);

  private final StackSettings settings;
  private final ProcessTable processes;
  private final Secrets secrets;

  DatabasePart(StackSettings settings, ProcessTable processes, Secrets secrets) {
    this.settings = settings;
    this.processes = processes;
    this.secrets = secrets;
  }

  DatabaseServer server() {
    return settings
        .namedDatabase()
        .orElseGet(
            () ->
                DatabaseServer.local(
                    settings.port(Part.DATABASE),
                    EmbeddedDatabase.USER,
                    secrets.password("database-postgres")));
  }

  String password(DatabaseAccount account) {
    return secrets.password("database-" + account.schema());
  }

  /** Refuses a database that somebody named when it does not let us in. */
  void check() {
    if (!foreign()) {
      return;
    }
    try {
      server().connect().close();
    } catch (SQLException refused) {
      throw new StackFailure(
          "The database named by PRIMUM_DATABASE_URL, %s, cannot be used: %s"
              .formatted(server(), refused.getMessage()),
          refused);
    }
  }

  void createAccounts() {
    Map<DatabaseAccount, String> passwords = new EnumMap<>(DatabaseAccount.class);
    for (DatabaseAccount account : DatabaseAccount.values()) {
      passwords.put(account, password(account));
    }
    try {
      new DatabaseAccounts(server()).create(passwords);
    } catch (SQLException refused) {
      throw new StackFailure(
          "The services' users and schemas could not be created in the database %s: %s"
              .formatted(server(), refused.getMessage()),
          refused);
    }
  }

  /** Deletes everything in a database that somebody else runs; our own goes with its folder. */
  void empty() {
    if (foreign()) {
      try {
        new DatabaseAccounts(server()).dropSchemas();
      } catch (SQLException refused) {
        throw new StackFailure(
            "The database %s could not be emptied: %s".formatted(server(), refused.getMessage()),
            refused);
      }
    }
  }

  @Override
  public Part part() {
    return Part.DATABASE;
  }

  @Override
  public String description() {
    return foreign() ? "PostgreSQL (the one at %s)".formatted(server()) : "PostgreSQL (embedded)";
  }

  @Override
  public boolean foreign() {
    return settings.namedDatabase().isPresent();
  }

  @Override
  public boolean running() {
    return processes.running(part().label(), launch());
  }

  @Override
  public void start() {
    Launch launch = launch();
    // This process ends as soon as the server runs.
    ProcessHandle starter = processes.start(part().label(), launch);
    starter.onExit().join();
    try {
      processes.adopt(part().label(), EmbeddedDatabase.processOf(data()), launch);
    } catch (IOException | IllegalStateException failed) {
      throw new StackFailure("PostgreSQL did not start.", failed);
    }
  }

  private Launch launch() {
    return new Launch(
        JavaProgram.ofClass(
            EmbeddedDatabase.class,
            "128m",
            data().toString(),
            settings.home().resolve("postgresql").toString(),
            processes.log(part().label()).toString(),
            Integer.toString(settings.port(Part.DATABASE))),
        Map.of(EmbeddedDatabase.PASSWORD_VARIABLE, server().password()),
        settings.home(),
        "1");
  }

  private Path data() {
    return settings.home().resolve("database");
  }

  @Override
  public boolean ready() {
    return server().answers();
  }

  @Override
  public boolean stop() {
    // To PostgreSQL this means: end now, but in good order.
    return processes.stop(part().label(), "INT", UNTIL_FORCED);
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }
}
