package org.primum.system.faults;

/** What an endpoint does with a request. */
enum Behaviour {
  /** Answers as it should. */
  GOOD,
  /** Answers as it should, but takes its time. */
  SLOW,
  /** 500. */
  SERVER_ERROR,
  /** 429, with the seconds to wait. */
  RATE_LIMIT_IN_SECONDS,
  /** 429, with the date to wait for. */
  RATE_LIMIT_AS_DATE,
  /** Never says anything. */
  SILENCE,
  /** Begins the reply, and hangs up in the middle. */
  CUT,
  /** Sends one byte of the reply a second. */
  DRIP,
  /** Goes on for ever. */
  ENDLESS,
  /** Resets the connection instead of replying. */
  RESET;

  /** Decides for each request. */
  @FunctionalInterface
  interface Manners {

    Behaviour towards(Call call);
  }
}
