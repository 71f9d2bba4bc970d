package org.primum.leaderboard.item;

import org.primum.leaderboard.account.Visitor;

/** Which items of an evaluation somebody may know of. */
public enum ItemAccess {
  /** Those that belong to no private part. */
  PUBLIC_PART,
  /** All: for administrators only. A reviewer or an owner does not see the private part. */
  BOTH_PARTS;

  /** What that visitor may know of. */
  public static ItemAccess of(Visitor visitor) {
    return visitor.isAdmin() ? BOTH_PARTS : PUBLIC_PART;
  }
}
