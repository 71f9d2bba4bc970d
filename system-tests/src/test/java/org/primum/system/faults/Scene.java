package org.primum.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.primum.localstack.Stack;
import org.primum.system.stack.SmallDisk;

/**
 * What a fault has to play with.
 *
 * @param name of the fault
 * @param stack the whole of Primum
 * @param disk of the stack's database; empty where it has none of its own
 * @param endpoint model and judge
 * @param random where moments come from
 */
record Scene(
    String name, Stack stack, Optional<SmallDisk> disk, KnownEndpoint endpoint, Random random) {

  /** How many items a run has. */
  static final int ITEMS = 300;

  /** Starts the run that the fault is to hit. */
  KnownRun start() {
    return KnownRun.start(stack, endpoint, endpoint.baseUrl(), KnownRun.newName(), name, ITEMS);
  }

  /** The same over a network that can be cut. */
  KnownRun start(Network network) {
    return KnownRun.start(stack, endpoint, network.baseUrl(), KnownRun.newName(), name, ITEMS);
  }

  /** So many numbers of scored items, in order, at which something may happen. */
  List<Integer> moments(int count) {
    return random.ints(count, 0, ITEMS * 9 / 10).sorted().boxed().toList();
  }

  /** Lets time pass, because the time is part of the fault. */
  static void lasting(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
