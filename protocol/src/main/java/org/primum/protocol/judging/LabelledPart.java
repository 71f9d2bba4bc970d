package org.primum.protocol.judging;

import org.primum.protocol.Require;

/**
 * A part of an answer, a sentence for example, with the label a judge gave it.
 *
 * @param text the part, as the judge quotes it
 * @param label one of the labels of the measure
 * @param reason the judge's words
 * @param excerpt where the document speaks of it, or null
 */
public record LabelledPart(String text, String label, String reason, String excerpt) {

  public LabelledPart {
    Require.text(text, "text");
    Require.text(label, "label");
  }
}
