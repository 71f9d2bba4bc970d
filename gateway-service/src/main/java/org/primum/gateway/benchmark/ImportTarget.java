package org.primum.gateway.benchmark;

import java.util.List;

/**
 * The draft that an import goes into, and what the import sets beside the items.
 *
 * @param benchmark the benchmark's name
 * @param version the draft's version
 * @param judges names of the judges; empty leaves the draft's as they are
 * @param privateItems whether items are shown only to reviewers and owners; null leaves it as it is
 * @param notes what changed since the version before; null leaves them as they are
 */
public record ImportTarget(
    String benchmark, String version, List<String> judges, Boolean privateItems, String notes) {

  public ImportTarget {
    judges = List.copyOf(judges);
  }
}
