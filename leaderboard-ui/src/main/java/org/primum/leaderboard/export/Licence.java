package org.primum.leaderboard.export;

/** Who may do what with exported data. */
final class Licence {

  /** In plain words. */
  static final String WORDS =
      "What Primum made may be used under the licence CC-BY-4.0: the measurements, the verdicts and"
          + " their reasons, the descriptions and the compilation as a whole. Prompts and documents"
          + " that came from a published data set keep the licence of that data set. Answers are"
          + " what a model said; terms of its maker may apply.";

  private Licence() {}
}
