package org.primum.judge.judging;

/** Nobody waits for the verdict any more. */
final class EvaluationCancelled extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EvaluationCancelled() {
    super("the evaluation is cancelled", null, false, false);
  }
}
