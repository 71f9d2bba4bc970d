package org.primum.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.Assertions;
import org.primum.system.stack.Programs;

/** A headless Chromium, the one that is installed. */
final class Browsing implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int HEIGHT = 900;

  /** Visitors whose browser runs no scripts. */
  private static final Set<BrowserContext> WITHOUT_SCRIPTS = ConcurrentHashMap.newKeySet();

  private final Playwright playwright;
  private final Browser browser;

  private Browsing(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static boolean possible() {
    boolean possible = chromium().isPresent();
    if (!possible) {
      System.out.println("SKIPPED: the browser tests need Chromium, and none is on the path.");
    }
    return possible;
  }

  private static Optional<Path> chromium() {
    return Programs.find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  }

  static Browsing start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium().orElseThrow())
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    return new Browsing(playwright, browser);
  }

  /** A person with a desktop, who has never been here. */
  BrowserContext visitor() {
    return browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, HEIGHT));
  }

  /** Somebody whose browser runs no scripts. */
  BrowserContext visitorWithoutJavaScript() {
    BrowserContext visitor =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1280, HEIGHT)
                .setJavaScriptEnabled(false));
    WITHOUT_SCRIPTS.add(visitor);
    return visitor;
  }

  /** Signs in on Keycloak's page, which is shown already. */
  static void signInOnKeycloak(Page page, String user) {
    page.locator("#username").fill(user);
    page.locator("#password").fill(user);
    page.locator("#kc-login").click();
  }

  /** Presses the button of that name. */
  static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /**
   * Keeps how the page looks on a desktop and on a phone, and has axe check it there in both colour
   * schemes. Axe is a script, so it checks nothing where none run.
   */
  static void look(Page page, String name) {
    for (int width : List.of(1280, 390)) {
      page.setViewportSize(width, HEIGHT);
      if (!WITHOUT_SCRIPTS.contains(page.context())) {
        check(page, "%s, %d pixels wide".formatted(name, width));
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
    }
    page.setViewportSize(1280, HEIGHT);
  }

  private static void check(Page page, String what) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      Assertions.assertThat(violations(page)).as("axe on %s, %s", what, scheme).isEmpty();
    }
  }

  /** What axe finds by the rules of WCAG 2.2 AA and its own best practices. */
  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .flatMap(
                rule ->
                    rule.getNodes().stream()
                        .map(
                            node ->
                                "%s: %s at %s: %s"
                                    .formatted(
                                        rule.getId(),
                                        rule.getHelp(),
                                        node.getTarget(),
                                        node.getHtml())))
            .toList();
  }

  /** How many pixels the page is wider than a phone. */
  static int overflowOnAPhone(Page page) {
    page.setViewportSize(390, HEIGHT);
    int overflow =
        ((Number)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .intValue();
    page.setViewportSize(1280, HEIGHT);
    return overflow;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
