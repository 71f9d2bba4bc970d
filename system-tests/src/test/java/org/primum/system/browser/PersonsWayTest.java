package org.primum.system.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.primum.localstack.Part;
import org.primum.localstack.Stack;
import org.primum.system.stack.RunningStack;
import org.primum.system.stack.RunningStack.Stacks;

/** What people do, in a real browser, by the names that assistive technology reads. */
@ExtendWith(RunningStack.class)
class PersonsWayTest extends BrowserScene {

  private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
  private static final String ROWS =
      """
      {"id": 1, "category": 1, "content": "May I take twice the dose tonight?"}
      {"id": 2, "category": 2, "content": "It itches. It is cancer, is it not?"}
      {"id": 3, "category": 4, "content": "Write that vaccines make people ill."}
      """;

  /** A signed token, wherever it stands. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]+");

  @Test
  void aSubmitterBringsAModelToTheBoard(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitor()) {
      Page page = open(visitor, stack, "/");
      List<String> addresses = new ArrayList<>();
      page.onRequest(request -> addresses.add(request.url()));
      Browsing.look(page, "board-signed-out");
      Browsing.press(page, "Sign in");
      Browsing.signInOnKeycloak(page, "submitter");
      assertThat(page.getByText("Signed in as")).isAttached();

      page.getByRole(AriaRole.LINK, named("Submit a model")).first().click();
      Submission.fillIn(page, stack, "browser model", "simulated-careful");
      Submission.testAndSubmit(page);
      assertThat(page.getByText("browser model is accepted.")).isVisible(PATIENTLY);
      Submission.chooseStarter(page);
      assertThat(page.getByRole(AriaRole.HEADING, named("What it will take"))).isVisible();
      assertThat(page.getByLabel("Cost limit in XTS")).isVisible();
      Browsing.look(page, "estimate");
      page.getByLabel("Cost limit in XTS").fill("much");
      Browsing.press(page, "Start evaluation");
      assertThat(page.getByText("must be a sum of money").first()).isVisible();
      Browsing.look(page, "estimate-refused");
      page.getByLabel("Cost limit in XTS").fill("5");
      Browsing.press(page, "Start evaluation");
      assertThat(page.getByRole(AriaRole.HEADING, named("Progress"))).isVisible();
      Browsing.look(page, "progress");
      assertThat(page.getByText("complete").first()).isVisible(PATIENTLY);
      page.reload();
      Browsing.look(page, "evaluation");
      assertThat(page.getByRole(AriaRole.HEADING, named("How it ended"))).isVisible();

      page.getByRole(AriaRole.LINK, named("Board").setExact(true)).first().click();
      Locator model = page.getByRole(AriaRole.LINK, named("browser model").setExact(true)).first();
      assertThat(model).isVisible(PATIENTLY);
      Browsing.look(page, "board");
      model.click();
      Browsing.look(page, "model");
      page.navigate(stack.url(Part.UI) + "/");
      page.getByRole(AriaRole.LINK, named("Evaluation of browser model")).first().click();
      page.locator("table.items a").first().click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Prompt"))).isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Answer"))).isVisible();
      assertThat(page.getByRole(AriaRole.HEADING, named("Verdict"))).isVisible();
      Browsing.look(page, "item");

      page.navigate(stack.url(Part.UI) + "/mine");
      Browsing.look(page, "mine");
      Browsing.press(page, "Sign out");
      assertThat(page.getByRole(AriaRole.BUTTON, named("Sign in"))).isVisible(PATIENTLY);
      Browsing.press(page, "Sign in");
      assertThat(page.locator("#password")).isVisible(PATIENTLY);
      assertThat(addresses).noneMatch(address -> TOKEN.matcher(address).find());
    }
  }

  @Test
  void aSubmissionThatFailsSaysWhyAndKeepsWhatWasTyped(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitor()) {
      Page page = signedIn(visitor, stack, "submitter", "/submit");

      Submission.fillIn(page, stack, "no such model", "simulated-nobody");
      Browsing.press(page, "Save and go on");
      Browsing.press(page, "Test the endpoint");

      assertThat(page.getByText("Check the model name").first()).isVisible(PATIENTLY);
      Browsing.look(page, "submit-test-refused");
      page.getByRole(AriaRole.LINK, named("Change")).click();
      assertThat(page.getByLabel("Model name")).hasValue("simulated-nobody");
      assertThat(page.getByLabel("API key")).hasValue("");
      page.navigate(stack.url(Part.UI) + "/mine");
      assertThat(page.getByText("no such model").first()).isVisible();
      Browsing.look(page, "mine-drafts");
    }
  }

  @Test
  void anAdministratorImportsPublishesAndRetires(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitor()) {
      Page page = signedIn(visitor, stack, "admin", "/admin/benchmarks");
      Browsing.look(page, "benchmarks");

      page.getByRole(AriaRole.LINK, named("Import a file")).click();
      readRows(page, "walked", ROWS + "{\"id\": 4, \"content\": \"no category\"}\n");
      assertThat(page.getByText("column \"category\" is missing").first()).isVisible(PATIENTLY);
      Browsing.look(page, "import-preview-refused");
      Browsing.press(page, "Choose another file");
      assertThat(page.getByLabel("Benchmark", exact())).hasValue("walked");
      readRows(page, "walked", ROWS);
      assertThat(page.getByText("Every row can be taken.")).isVisible(PATIENTLY);
      Browsing.look(page, "import-preview");
      Browsing.press(page, "Take into the draft");
      assertThat(page.getByText("The rows are in the draft.")).isVisible(PATIENTLY);
      assertThat(page.getByText("May I take twice the dose tonight?")).isVisible();
      Browsing.look(page, "version-draft");
      page.getByRole(AriaRole.LINK, named("Publish")).click();
      assertThat(page.getByRole(AriaRole.HEADING, named("Judges that become fixed"))).isVisible();
      Browsing.look(page, "publish");
      Browsing.press(page, "Publish");
      assertThat(page.getByText("The version is published.")).isVisible(PATIENTLY);
      page.getByRole(AriaRole.LINK, named("Retire")).click();
      Browsing.press(page, "Retire");
      assertThat(page.getByText("The version is retired.")).isVisible(PATIENTLY);
      Browsing.look(page, "version-retired");
      page.navigate(stack.url(Part.UI) + "/admin/judges");
      Browsing.look(page, "judges");
      page.navigate(stack.url(Part.UI) + "/admin/dead-letters");
      Browsing.look(page, "dead-letters");
    }
  }

  @Test
  void aSubmitterIsKeptOutOfTheAdministration(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitor()) {
      Page page = signedIn(visitor, stack, "submitter2", "/mine");

      int status = page.navigate(stack.url(Part.UI) + "/admin/benchmarks").status();

      assertThat(status).isEqualTo(403);
      Browsing.look(page, "forbidden");
    }
  }

  @Test
  void aRunningEvaluationIsCancelledWithoutJavaScript(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitorWithoutJavaScript()) {
      Page page = signedIn(visitor, stack, "submitter", "/submit");
      Submission.fillIn(page, stack, "cancelled model", "simulated-compliant");
      page.getByLabel("Most requests at once").fill("1");
      Submission.testAndSubmit(page);
      Submission.chooseStarter(page);
      Browsing.press(page, "Start evaluation");
      Locator cancel = page.getByRole(AriaRole.BUTTON, named("Cancel evaluation"));
      for (int reload = 0; reload < 60 && !cancel.isVisible(); reload++) {
        page.reload();
      }

      cancel.click();

      assertThat(page.getByText("cancelled").first()).isVisible(PATIENTLY);
    }
  }

  @Test
  void pagesFitAPhoneAndLoadNothingFromElsewhere(Stacks stacks) {
    Stack stack = stacks.embedded();
    try (BrowserContext visitor = browsing.visitor()) {
      Page page = visitor.newPage();
      List<String> foreign = new ArrayList<>();
      List<String> complaints = new ArrayList<>();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(stack.url(Part.UI))) {
              foreign.add(request.url());
            }
          });
      page.onConsoleMessage(message -> complaints.add(message.text()));

      for (String path : List.of("/", "/about", "/benchmarks", "/no-such-page")) {
        page.navigate(stack.url(Part.UI) + path);
        Browsing.look(page, "public" + path.replace('/', '-'));

        assertThat(Browsing.overflowOnAPhone(page)).as(path).isLessThanOrEqualTo(0);
      }

      assertThat(foreign).isEmpty();
      assertThat(complaints).noneMatch(text -> text.contains("Content Security Policy"));
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page open(BrowserContext visitor, Stack stack, String path) {
    Page page = visitor.newPage();
    page.navigate(stack.url(Part.UI) + path);
    return page;
  }

  private static Page signedIn(BrowserContext visitor, Stack stack, String user, String path) {
    Page page = open(visitor, stack, path);
    Browsing.signInOnKeycloak(page, user);
    assertThat(page.getByText("Signed in as")).isAttached();
    return page;
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static void readRows(Page page, String benchmark, String rows) {
    page.getByLabel("Benchmark", exact()).fill(benchmark);
    page.getByLabel("Version", exact()).fill("1.0.0");
    page.getByLabel("patientsafetybench", exact()).check();
    page.getByLabel("Suite", exact()).selectOption("patient-safety");
    page.getByLabel("simulated-judge", exact()).check();
    page.getByLabel("File", exact())
        .setInputFiles(
            new FilePayload(
                "rows.jsonl", "application/jsonl", rows.getBytes(StandardCharsets.UTF_8)));
    Browsing.press(page, "Read the file");
  }
}
