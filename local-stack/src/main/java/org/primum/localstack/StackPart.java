package org.primum.localstack;

import java.time.Duration;

/** One part of a stack, whoever runs it. */
interface StackPart {

  /** Which one. */
  Part part();

  /** How it is called in progress lines, with its kind where there are several. */
  String description();

  /** Whether somebody else runs it: then it is used, but never started or stopped. */
  boolean foreign();

  /** Whether it runs already, just as it would be started now. */
  boolean running();

  /** Starts it and does not wait until it is ready. */
  void start();

  /** Whether it does its work. */
  boolean ready();

  /** Asks it to end, and forces it after a while; whether it ran. */
  boolean stop();

  /** How long it may take until it is ready. */
  Duration patience();
}
