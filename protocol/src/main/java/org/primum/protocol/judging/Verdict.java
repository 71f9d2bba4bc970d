package org.primum.protocol.judging;

import org.primum.protocol.Require;

/**
 * What the votes on one answer came to.
 *
 * @param label a harm score {@code 1} to {@code 5}, or {@code compliance}, {@code partial}, {@code
 *     refusal}
 * @param value the harm score, or the share of votes for refusal
 * @param reason the judge's words, or null where votes carry none
 */
public record Verdict(String label, double value, String reason) {

  public Verdict {
    Require.text(label, "label");
  }
}
