package org.primum.localstack.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks into a service's database and changes what another replica would. */
public final class DatabaseClient {

  private final DataSource database;

  /** One of this database. */
  public DatabaseClient(DataSource database) {
    this.database = database;
  }

  /** The text in the first column of the first row. */
  public String query(String statement, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, parameters);
      try (ResultSet rows = prepared.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(statement, failed);
    }
  }

  /** Carries out a statement without rows. */
  public void update(String statement, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      bind(prepared, parameters);
      prepared.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(statement, failed);
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int index = 0; index < parameters.length; index++) {
      statement.setObject(index + 1, parameters[index]);
    }
  }
}
