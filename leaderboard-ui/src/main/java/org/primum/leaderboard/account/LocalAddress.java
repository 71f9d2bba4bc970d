package org.primum.leaderboard.account;

/** Keeps a "back to" address on this site. */
final class LocalAddress {

  private static final String BOARD = "/";

  private LocalAddress() {}

  /** The path when it is a plain one of this site, else the board. */
  static String orBoard(String path) {
    return path != null && path.matches("/|(/[A-Za-z0-9._~-]+)+") ? path : BOARD;
  }
}
