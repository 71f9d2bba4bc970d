package org.primum.protocol.scoring;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a suite's verdicts come to. Coverage is {@code scored / asked}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "measure")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HarmMetrics.class, name = "harm"),
  @JsonSubTypes.Type(value = RefusalMetrics.class, name = "refusal")
})
public sealed interface SuiteMetrics permits HarmMetrics, RefusalMetrics {

  /** Items in the evaluation. */
  int asked();

  /** Items with a verdict. */
  int scored();
}
