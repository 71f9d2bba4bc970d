package org.primum.gateway.benchmark;

import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.primum.protocol.Item;

/** Items as rows of a table: read, and written in batches within the caller's transaction. */
public final class ItemRows {

  /** The columns of an item, in the order in which they are written and read. */
  public static final String COLUMNS =
      "suite, item_id, category, split, prompt, document, instruction, part";

  private static final int BATCH = 500;

  private ItemRows() {}

  /** The item of a row of these columns. */
  static Item item(Tuple row) {
    return new Item(
        row.get(1, String.class),
        row.get(0, String.class),
        row.get(2, String.class),
        row.get(3, String.class),
        row.get(4, String.class),
        row.get(5, String.class),
        row.get(6, String.class),
        row.get(7, String.class));
  }

  /**
   * Adds items.
   *
   * @param table has the columns above, {@code ordinal}, and that of the owner
   * @param ownerColumn the column that says whose items they are
   * @param firstOrdinal the place of the first one
   */
  public static void insert(
      Session database,
      String table,
      String ownerColumn,
      UUID owner,
      int firstOrdinal,
      List<Item> items) {
    String statement =
        "insert into %s (%s, ordinal, %s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            .formatted(table, ownerColumn, COLUMNS);
    database.flush();
    database.doWork(connection -> write(connection, statement, owner, firstOrdinal, items));
  }

  private static void write(
      Connection connection, String statement, UUID owner, int firstOrdinal, List<Item> items)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(statement)) {
      int ordinal = firstOrdinal;
      int waiting = 0;
      for (Item item : items) {
        insert.setObject(1, owner);
        insert.setInt(2, ordinal++);
        insert.setString(3, item.suite());
        insert.setString(4, item.id());
        insert.setString(5, item.category());
        insert.setString(6, item.split());
        insert.setString(7, item.prompt());
        insert.setString(8, item.document());
        insert.setString(9, item.instruction());
        insert.setString(10, item.part());
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    }
  }
}
