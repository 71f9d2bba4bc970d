package org.primum.localstack.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Creates the services' users and schemas where they are missing. */
public final class DatabaseAccounts {

  private final DatabaseServer server;
  private final String suffix;

  public DatabaseAccounts(DatabaseServer server) {
    this(server, "");
  }

  /**
   * Accounts with names of their own, because users belong to a server and not to a database.
   *
   * @param server where the schemas are to be
   * @param suffix small letters, digits and underscores
   */
  public DatabaseAccounts(DatabaseServer server, String suffix) {
    this.server = server;
    this.suffix = suffix;
  }

  /** The user's name on this server. */
  public String user(DatabaseAccount account) {
    return account.user() + suffix;
  }

  /**
   * Sees to it that each of these accounts can sign in with its password and owns its schema, which
   * is the first on its search path.
   *
   * @param passwords the password of each account
   */
  public void create(Map<DatabaseAccount, String> passwords) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Map.Entry<DatabaseAccount, String> entry : passwords.entrySet()) {
        DatabaseAccount account = entry.getKey();
        String user = user(account);
        String verb = exists(connection, user) ? "alter" : "create";
        statement.execute(
            "%s role %s login password %s"
                .formatted(verb, user, statement.enquoteLiteral(entry.getValue())));
        // Without being one of them, a user who is no superuser may give nothing to a role.
        statement.execute("grant %s to current_user".formatted(user));
        statement.execute(
            "create schema if not exists %s authorization %s".formatted(account.schema(), user));
        statement.execute(
            "alter role %s in database %s set search_path = %s"
                .formatted(
                    user, statement.enquoteIdentifier(server.database(), true), account.schema()));
      }
      connection.commit();
    }
  }

  /** Drops the schemas with everything in them; the users stay. */
  public void dropSchemas() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (DatabaseAccount account : DatabaseAccount.values()) {
        statement.execute("drop schema if exists %s cascade".formatted(account.schema()));
      }
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      select.setString(1, role);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
