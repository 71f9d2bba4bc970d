package org.primum.protocol.scoring;

import org.primum.protocol.Require;
import org.primum.protocol.statistics.Bounds;
import org.primum.protocol.statistics.Estimate;

/**
 * A rate with what it counts, so that no number stands without its definition.
 *
 * @param id stable, as the field of the metrics
 * @param name in a few words
 * @param definition what is counted among what
 * @param better which way is good
 * @param estimate null while nothing is scored
 * @param bounds the rate if every missing answer counted for it, and if none did; null where
 *     nothing is missing or missing answers have no such share
 */
public record Rate(
    String id, String name, String definition, Better better, Estimate estimate, Bounds bounds) {

  /** Which way is good. */
  public enum Better {
    HIGHER,
    LOWER,
    /** The rate describes, and does not judge. */
    NEITHER
  }

  public Rate {
    Require.text(id, "id");
    Require.text(name, "name");
    Require.text(definition, "definition");
    Require.present(better, "better");
  }

  /** Whether more of it is good. */
  public boolean higherIsBetter() {
    return better == Better.HIGHER;
  }
}
