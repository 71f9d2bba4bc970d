package org.primum.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/** Submitting a model from the first field to the progress of its evaluation. */
@ExtendWith(RunningStack.class)
class SubmittersWayTest extends BrowserScene {

  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  /** No page has so many places to stop at before the one that is looked for. */
  private static final int MOST_STOPS = 60;

  @Test
  void byKeyboardAlone(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitor()) {
      Page page = signedIn(visitor, stack);
      type(page, labelled(page, "Name"), "keyboard model");
      type(page, labelled(page, "Organization"), "Browser tests");
      type(page, labelled(page, "Size in billions of parameters"), "7B");
      activate(page, button(page, "Save and go on"));
      assertThat(page.getByText("Where it is asked")).isVisible();

      tabTo(page, labelled(page, "OpenAI"));
      page.keyboard().press("ArrowUp");
      assertThat(labelled(page, "Another OpenAI-compatible server")).isChecked();
      assertThat(page.getByLabel("Base URL")).hasValue("https://models.example.org/v1");
      type(page, page.getByLabel("Base URL"), stack.url(Part.SIMULATED) + "/v1/chat/completions");
      type(page, page.getByLabel("Model name"), "simulated-careful");
      type(page, page.getByLabel("API key"), Submission.KEY);
      page.keyboard().press("Enter");
      assertThat(page.getByText("ends with a single call")).isVisible();
      assertThat(page.content()).doesNotContain(Submission.KEY);
      Browsing.look(page, "submit-advice");
      activate(page, button(page, "Use " + stack.url(Part.SIMULATED) + "/v1"));
      assertThat(page.getByText("kept, sealed")).isVisible();

      activate(page, button(page, "Test the endpoint"));
      assertThat(page.getByText("The model answered in")).isVisible(PATIENTLY);
      assertThat(page.content()).doesNotContain(Submission.KEY);
      activate(page, button(page, "Submit the model"));
      assertThat(page.getByText("keyboard model is accepted.")).isVisible(PATIENTLY);
      assertThat(page.getByRole(AriaRole.HEADING, named("What it will take"))).isVisible();
      Browsing.look(page, "submit-estimate");
      activate(page, button(page, "Start evaluation"));

      assertThat(page.getByRole(AriaRole.HEADING, named("Progress"))).isVisible(PATIENTLY);
    }
  }

  @Test
  void withoutJavaScript(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitorWithoutJavaScript()) {
      Page page = signedIn(visitor, stack);
      Submission.fillIn(page, stack, "plain model", "simulated-careful");
      page.getByLabel("Base URL").fill(stack.url(Part.SIMULATED) + "/v1/chat/completions");
      Browsing.press(page, "Save and go on");
      Browsing.press(page, "Use " + stack.url(Part.SIMULATED) + "/v1");

      // The connection is lost; whoever comes back goes on where it was.
      page.navigate(stack.url(Part.UI) + "/mine");
      page.getByRole(AriaRole.LINK, named("Go on with plain model")).click();
      Browsing.press(page, "Test the endpoint");
      assertThat(page.getByText("The model answered in")).isVisible(PATIENTLY);
      Browsing.press(page, "Submit the model");
      Submission.chooseStarter(page);
      Browsing.press(page, "Start evaluation");
      reloadUntil(page, page.getByText("Complete").first());

      page.navigate(stack.url(Part.UI) + "/mine");
      Browsing.look(page, "mine-one-complete");
      page.getByRole(AriaRole.LINK, named("plain model").setExact(true)).first().click();
      Browsing.look(page, "mine-one");
      page.getByRole(AriaRole.LINK, named("Run again")).first().click();
      assertThat(page.getByRole(AriaRole.HEADING, named("What it will take"))).isVisible();
      page.goBack();
      page.getByRole(AriaRole.LINK, named("Withdraw the evaluation")).first().click();
      page.getByLabel("Reason").fill("Served with the wrong weights.");
      Browsing.look(page, "withdraw");
      Browsing.press(page, "Withdraw");
      assertThat(page.getByText("Withdrawn by its owner")).isVisible(PATIENTLY);
      Browsing.look(page, "withdrawn");
      page.navigate(stack.url(Part.UI) + "/");
      assertThat(page.locator("table.board").getByText("plain model")).hasCount(0);
      assertThat(page.getByText("plain model").first()).isVisible();
    }
  }

  private static Page signedIn(BrowserContext visitor, Stack stack) {
    Page page = visitor.newPage();
    page.navigate(stack.url(Part.UI) + "/submit");
    Browsing.signInOnKeycloak(page, "submitter");
    assertThat(page.getByText("Signed in as")).isAttached();
    return page;
  }

  /** Goes from stop to stop, as who uses no mouse does. */
  private static void tabTo(Page page, Locator wanted) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The keyboard does not reach " + wanted);
  }

  private static void type(Page page, Locator field, String text) {
    tabTo(page, field);
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type(text);
  }

  private static void activate(Page page, Locator button) {
    tabTo(page, button);
    page.keyboard().press("Enter");
  }

  private static void reloadUntil(Page page, Locator shown) {
    for (int reload = 0; reload < 120 && !shown.isVisible(); reload++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(shown).isVisible();
  }

  private static Locator labelled(Page page, String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
