package org.primum.messaging;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this process is busy with. When the broker goes away and comes back, it delivers again what
 * is still being worked on: the copy waits until the first is done, and then finds it recorded.
 */
final class InFlight {

  private final ConcurrentHashMap<UUID, ReentrantLock> tasks = new ConcurrentHashMap<>();

  /** Something to do. */
  interface Work {

    /**
     * Does it.
     *
     * @throws InterruptedException when the service stops before it is done
     */
    void run() throws InterruptedException;
  }

  /**
   * Runs the work when no other work on any of the tasks is running here.
   *
   * @throws InterruptedException when the service stops
   */
  void alone(Collection<UUID> taskIds, Work work) throws InterruptedException {
    SortedMap<UUID, ReentrantLock> held = new TreeMap<>();
    try {
      // In one order, so that no two wait for each other.
      for (UUID task : new TreeSet<>(taskIds)) {
        held.put(task, lockOf(task));
      }
      work.run();
    } finally {
      held.forEach(
          (task, lock) -> {
            tasks.remove(task, lock);
            lock.unlock();
          });
    }
  }

  private ReentrantLock lockOf(UUID taskId) throws InterruptedException {
    while (true) {
      ReentrantLock lock = tasks.computeIfAbsent(taskId, id -> new ReentrantLock());
      lock.lockInterruptibly();
      if (tasks.get(taskId) == lock) {
        return lock;
      }
      // Whoever held it is done and has removed it.
      lock.unlock();
    }
  }
}
