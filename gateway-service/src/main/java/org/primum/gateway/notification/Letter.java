package org.primum.gateway.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Json;
import org.primum.protocol.Perspective;
import org.primum.protocol.message.EvaluationState;

/**
 * An e-mail in words.
 *
 * @param subject also its heading
 * @param sentences what it says, a paragraph each
 * @param code a code to enter; null without one
 * @param perspectives what was found; empty where nothing is to be told
 * @param missing why answers have no verdict, a line each
 * @param page where it leads; null for nowhere
 * @param settings where its reader looks after notifications
 * @param unsubscribe where it is switched off; null where nothing is on
 */
public record Letter(
    String subject,
    List<String> sentences,
    String code,
    List<OfPerspective> perspectives,
    List<String> missing,
    URI page,
    URI settings,
    URI unsubscribe) {

  /** What was found for one perspective; no suite where the version has none. */
  public record OfPerspective(String title, List<OfSuite> suites) {}

  /** What a suite found: a line for each rate, and how many answers have a verdict. */
  public record OfSuite(String title, List<String> rates, String coverage) {}

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance text(Letter letter);

    static native TemplateInstance html(Letter letter);
  }

  /** For readers of plain text. */
  String text() {
    return Templates.text(this).render();
  }

  /** For all others; everything in it is escaped. */
  String html() {
    return Templates.html(this).render();
  }

  static Letter of(Sending sending, URI pages) {
    return switch (sending.event()) {
      case Events.CONFIRMATION -> confirmation(sending, pages);
      case Events.TEST -> test(sending, pages);
      default -> evaluation(sending, pages);
    };
  }

  private static Letter confirmation(Sending sending, URI pages) {
    return new Letter(
        "Confirm your address",
        List.of(
            "Somebody, most likely you, wants to be told at this address when an evaluation ends."
                + " To confirm it, enter this code on the page of your notifications within a day.",
            "If it was not you, do nothing. Nothing more is sent here without the code."),
        sending.code(),
        List.of(),
        List.of(),
        null,
        Links.settings(pages),
        null);
  }

  private static Letter test(Sending sending, URI pages) {
    return new Letter(
        "A test: e-mail arrives",
        List.of(
            "You asked for this test. When an evaluation of yours ends, its result comes here."),
        null,
        List.of(),
        List.of(),
        null,
        Links.settings(pages),
        Links.unsubscribe(pages, sending.unsubscribeKey()));
  }

  private static Letter evaluation(Sending sending, URI pages) {
    Notice.Told told = Json.read(sending.body(), Notice.class).data().evaluation();
    String what =
        "%s on %s %s"
            .formatted(
                DisplayName.of(told.model().name()),
                DisplayName.of(told.benchmark()),
                DisplayName.of(told.benchmarkVersion()));
    boolean waits = sending.event().equals(Events.BUDGET_REACHED);
    List<String> sentences = new ArrayList<>();
    sentences.add(waits ? waiting() : outcome(told));
    if (told.givenUp() != null) {
      sentences.add(
          "An endpoint was down for longer than the evaluation was to wait, so the items that were"
              + " still open have failed.");
    }
    sentences.add(coverage(told.scored(), told.asked()) + ".");
    return new Letter(
        "%s: %s".formatted(waits ? "Waiting at its cost limit" : state(told.state()), what),
        sentences,
        null,
        told.state() == EvaluationState.COMPLETE ? perspectives(told.suites()) : List.of(),
        missing(told.failures()),
        told.page(),
        Links.settings(pages),
        Links.unsubscribe(pages, sending.unsubscribeKey()));
  }

  private static String waiting() {
    return "The evaluation waits: its cost limit allows no further item to be asked. On its page you"
        + " can raise the limit, or end it with what is there.";
  }

  private static String state(EvaluationState state) {
    return switch (state) {
      case COMPLETE -> "Complete";
      case FAILED -> "Failed";
      case CANCELLED -> "Cancelled";
      default -> "Under way";
    };
  }

  private static String outcome(Notice.Told told) {
    String whose =
        "%s of %s"
            .formatted(
                DisplayName.of(told.model().name()), DisplayName.of(told.model().organization()));
    return switch (told.state()) {
      case COMPLETE -> "The evaluation of %s is complete and stands on the board.".formatted(whose);
      case FAILED ->
          "The evaluation of %s has failed: every item has ended, and none has a verdict. It stays"
                  .formatted(whose)
              + " listed, but not on the board.";
      case CANCELLED ->
          "The evaluation of %s was cancelled by an administrator. It stays listed, but not on the"
                  .formatted(whose)
              + " board.";
      default -> "The evaluation of %s is under way.".formatted(whose);
    };
  }

  private static String coverage(int scored, int asked) {
    return asked == 0
        ? "No item was asked"
        : "%d of %d answers have a verdict (%s)"
            .formatted(scored, asked, percent((double) scored / asked));
  }

  private static List<OfPerspective> perspectives(List<Notice.Finding> findings) {
    return Arrays.stream(Perspective.values())
        .map(
            perspective ->
                new OfPerspective(
                    perspective.title(),
                    findings.stream()
                        .filter(finding -> finding.of(perspective))
                        .map(Letter::suite)
                        .toList()))
        .toList();
  }

  private static OfSuite suite(Notice.Finding finding) {
    return new OfSuite(
        finding.title(),
        finding.rates().stream().map(Letter::rate).toList(),
        coverage(finding.scored(), finding.asked()));
  }

  private static String rate(Notice.Headline rate) {
    if (rate.value() == null) {
      return rate.name() + ": nothing to count";
    }
    String better =
        switch (rate.better()) {
          case "higher" -> ", higher is better";
          case "lower" -> ", lower is better";
          default -> "";
        };
    return "%s: %s (95%% interval %s to %s)%s"
        .formatted(
            rate.name(),
            percent(rate.value()),
            percent(rate.lower()),
            percent(rate.upper()),
            better);
  }

  private static List<String> missing(Map<FailureKind, Integer> failures) {
    return failures.entrySet().stream()
        .filter(failure -> failure.getValue() > 0)
        .map(failure -> "%d: %s".formatted(failure.getValue(), failure.getKey().sentence()))
        .toList();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }
}
