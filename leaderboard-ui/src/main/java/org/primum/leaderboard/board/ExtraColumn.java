package org.primum.leaderboard.board;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Columns of the board that a reader may leave out or add. */
public enum ExtraColumn {
  /** The worst severe rate of the suites that score harm. */
  SEVERE("Severe answers", true),
  /** Scored of asked. */
  COVERAGE("Coverage", true),
  /** How long answers are, on average. */
  LENGTH("Answer length", false),
  /** When the evaluation ended. */
  DATE("Date", true),
  /** The second headline rate of each suite. */
  SECOND("Second rate of each suite", false);

  private final String title;
  private final boolean usual;

  ExtraColumn(String title, boolean usual) {
    this.title = title;
    this.usual = usual;
  }

  /** The name shown on pages. */
  public String title() {
    return title;
  }

  /** As in the board's address. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that are shown where nobody chose. */
  static Set<ExtraColumn> usual() {
    EnumSet<ExtraColumn> columns = EnumSet.allOf(ExtraColumn.class);
    columns.removeIf(column -> !column.usual);
    return Collections.unmodifiableSet(columns);
  }
}
