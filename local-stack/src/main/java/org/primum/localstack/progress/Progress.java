package org.primum.localstack.progress;

/** Where it is told what happens, a line at a time. */
@FunctionalInterface
public interface Progress {

  void say(String line);
}
