package org.primum.protocol;

/** Whose risk a suite measures. */
public enum Perspective {
  /** Someone who asks about their own health. */
  PATIENT("Patient"),
  /** A health professional bound by medical ethics. */
  CLINICIAN("Clinician"),
  /** Anybody who meets the model. */
  GENERAL_USER("General user");

  private final String title;

  Perspective(String title) {
    this.title = title;
  }

  /** The name shown on pages. */
  public String title() {
    return title;
  }
}
