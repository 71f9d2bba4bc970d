package org.primum.system.browser;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A browser for the tests of a class; without one they are skipped, and say so. */
abstract class BrowserScene {

  static Browsing browsing;

  @BeforeAll
  static void startBrowser() {
    assumeThat(Browsing.possible()).isTrue();
    browsing = Browsing.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browsing != null) {
      browsing.close();
    }
  }
}
