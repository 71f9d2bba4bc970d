package org.primum.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;

/** The steps of a submission, by the names that assistive technology reads. */
final class Submission {

  static final String KEY = "sk-browser-1234567890";

  private Submission() {}

  /** Who and what, and where: up to the button of the second step. */
  static void fillIn(Page page, Stack stack, String name, String modelName) {
    page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page.getByLabel("Organization").fill("Browser tests");
    Browsing.look(page, "submit");
    Browsing.press(page, "Save and go on");
    page.getByLabel("Base URL").fill(stack.url(Part.SIMULATED) + "/v1");
    page.getByLabel("Model name").fill(modelName);
    page.getByLabel("API key").fill(KEY);
    Browsing.look(page, "submit-endpoint");
  }

  /** From there on to what the evaluation will take. */
  static void testAndSubmit(Page page) {
    Browsing.press(page, "Save and go on");
    Browsing.look(page, "submit-untested");
    Browsing.press(page, "Test the endpoint");
    Browsing.look(page, "submit-tested");
    Browsing.press(page, "Submit the model");
  }

  /** Another version than the starter's may be the newest. */
  static void chooseStarter(Page page) {
    Locator versions = page.getByLabel("Benchmark version");
    if (versions.count() > 0) {
      versions.selectOption(starter(versions));
      Browsing.press(page, "Show");
    }
  }

  private static String starter(Locator versions) {
    return versions.locator("option").all().stream()
        .map(option -> option.getAttribute("value"))
        .filter(value -> value.startsWith("primum-starter/"))
        .findFirst()
        .orElseThrow();
  }
}
