package org.primum.messaging;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this process is busy with. When the broker goes away and comes back, it delivers again what
 * is still being worked on: the copy waits until the first is done, and then finds it recorded.
 */
public final class InFlight {

  private final ConcurrentHashMap<UUID, ReentrantLock> tasks = new ConcurrentHashMap<>();

  /** Something to do. */
  public interface Work {

    /**
     * Does it.
     *
     * @throws InterruptedException when the service stops before it is done
     */
    void run() throws InterruptedException;
  }

  /**
   * Runs the work when no other work on the same task is running here.
   *
   * @throws InterruptedException when the service stops
   */
  public void alone(UUID taskId, Work work) throws InterruptedException {
    ReentrantLock lock = lockOf(taskId);
    try {
      work.run();
    } finally {
      tasks.remove(taskId, lock);
      lock.unlock();
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
