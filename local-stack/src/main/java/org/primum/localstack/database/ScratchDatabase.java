package org.primum.localstack.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** A database with users of its own on some server, for as long as a test run lasts. */
public final class ScratchDatabase implements AutoCloseable {

  private final DatabaseServer server;
  private final DatabaseServer database;
  private final DatabaseAccounts accounts;
  private final Map<DatabaseAccount, String> passwords = new EnumMap<>(DatabaseAccount.class);

  private ScratchDatabase(DatabaseServer server, String suffix) {
    this.server = server;
    this.database = server.withDatabase("primum_test" + suffix);
    this.accounts = new DatabaseAccounts(database, suffix);
  }

  /** Creates it. */
  public static ScratchDatabase on(DatabaseServer server) throws SQLException {
    ScratchDatabase created =
        new ScratchDatabase(server, "_" + UUID.randomUUID().toString().substring(0, 8));
    created.create();
    return created;
  }

  private void create() throws SQLException {
    execute("create database " + database.database());
    for (DatabaseAccount account : DatabaseAccount.values()) {
      passwords.put(account, UUID.randomUUID().toString());
    }
    accounts.create(passwords);
  }

  /** Where it is. */
  public DatabaseServer server() {
    return database;
  }

  /** The name of an account's user. */
  public String user(DatabaseAccount account) {
    return accounts.user(account);
  }

  /** The password of an account's user. */
  public String password(DatabaseAccount account) {
    return passwords.get(account);
  }

  /** Drops the database, whoever is still connected, and its users. */
  @Override
  public void close() throws SQLException {
    execute("drop database if exists %s with (force)".formatted(database.database()));
    for (DatabaseAccount account : DatabaseAccount.values()) {
      execute("drop role if exists " + accounts.user(account));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
