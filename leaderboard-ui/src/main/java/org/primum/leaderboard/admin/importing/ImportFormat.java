package org.primum.leaderboard.admin.importing;

import java.util.Locale;

/** A layout of files that the gateway reads, with what tells it from the others. */
public enum ImportFormat {
  PATIENTSAFETYBENCH(
      "PatientSafetyBench as published: JSON lines with id, category (1 to 5) and content."),
  MEDSAFETYBENCH(
      "MedSafetyBench as published: one CSV for each of the nine principles, or all of them in a"
          + " zip. The file's name says the category, so keep it."),
  JAILBREAKBENCH(
      "JailbreakBench as published: the CSV of harmful and the CSV of benign behaviours, or both in"
          + " a zip. The file's name says which it is, so keep it."),
  XSTEST("XSTest in each of its published layouts, as CSV or Parquet."),
  FACTS_GROUNDING(
      "FACTS Grounding as published: a CSV with request, document and instruction. Only medical"
          + " rows are taken where the file tells them apart."),
  PRIMUM(
      "Primum's own: JSON lines with id, suite, category and prompt, or several files in a zip."),
  MAPPED("Any other table of one suite. You say below which column holds what.");

  private final String words;

  ImportFormat(String words) {
    this.words = words;
  }

  /** As in the API. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What such a file looks like. */
  public String words() {
    return words;
  }
}
