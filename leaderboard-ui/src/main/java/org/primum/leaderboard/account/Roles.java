package org.primum.leaderboard.account;

/** Names of the realm's roles. */
public final class Roles {

  /** Submits models. */
  public static final String SUBMITTER = "submitter";

  /** Reads private items and checks the judges. */
  public static final String REVIEWER = "reviewer";

  /** Manages benchmark versions and judges. */
  public static final String ADMIN = "admin";

  private Roles() {}
}
