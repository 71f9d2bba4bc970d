package org.primum.leaderboard.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Another implementation of every format that is given away. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;
  private final Path folder;

  DuckDb() {
    try {
      connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
      folder = Files.createTempDirectory("primum-export");
      query("set timezone = 'UTC'");
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Keeps the bytes in a file of that name, and tells its path as SQL has it. */
  String file(String name, byte[] content) {
    try {
      return "'" + Files.write(folder.resolve(name), content) + "'";
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The rows of a query, each by its columns. */
  List<Map<String, Object>> query(String sql) {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return List.of();
      }
      ResultSet found = statement.getResultSet();
      List<Map<String, Object>> rows = new ArrayList<>();
      while (found.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
          row.put(found.getMetaData().getColumnName(at), found.getObject(at));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  /** The only column of a query. */
  List<Object> column(String sql) {
    return query(sql).stream().map(row -> row.values().iterator().next()).toList();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
