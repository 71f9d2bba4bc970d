package org.primum.leaderboard.item;

import org.primum.leaderboard.account.Visitor;

/** Which items of an evaluation somebody may know of. */
public enum ItemAccess {
  /** Those that belong to no private part. */
  PUBLIC_PART("part is null"),
  /** All: for administrators only. A reviewer or an owner does not see the private part. */
  BOTH_PARTS("1 = 1");

  private final String condition;

  ItemAccess(String condition) {
    this.condition = condition;
  }

  /**
   * What holds for an item that may be known, to a query of either kind. Every look at items asks
   * for it, so that none forgets who looks.
   */
  String condition() {
    return condition;
  }

  /** What that visitor may know of. */
  public static ItemAccess of(Visitor visitor) {
    return visitor.isAdmin() ? BOTH_PARTS : PUBLIC_PART;
  }
}
