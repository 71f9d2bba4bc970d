package org.primum.gateway.notification;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Perspective;
import org.primum.protocol.Require;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationState;
import org.primum.protocol.scoring.Rate;

/**
 * The body of a webhook. Receivers of all ages read it: fields are added, never renamed or removed;
 * a golden file holds its shape.
 *
 * @param type what happened
 * @param version of this shape
 * @param timestamp when it happened
 * @param data about what
 */
record Notice(String type, int version, Instant timestamp, Data data) {

  /** Grows when a receiver would misunderstand the new shape. */
  static final int VERSION = 1;

  Notice {
    Require.text(type, "type");
    Require.present(timestamp, "timestamp");
    Require.present(data, "data");
  }

  /**
   * The evaluation, or nothing but a sentence.
   *
   * @param message a sentence for a person; null where the rest says it all
   * @param evaluation null in a test
   */
  record Data(String message, Told evaluation) {}

  /**
   * What is told of an evaluation; the API has the rest.
   *
   * @param id the evaluation
   * @param page where a person reads about it
   * @param state where it is in its life
   * @param model the model
   * @param benchmark the benchmark's name
   * @param benchmarkVersion the benchmark's version
   * @param asked items in the evaluation
   * @param scored items with a verdict
   * @param failed items that ended without one
   * @param failures how many failed by kind
   * @param givenUp whether open items failed because an endpoint was down for longer than the owner
   *     wanted to wait; null for no
   * @param suites what was found, in the order of the perspectives; empty before the end
   */
  record Told(
      UUID id,
      URI page,
      EvaluationState state,
      Model model,
      String benchmark,
      String benchmarkVersion,
      int asked,
      int scored,
      int failed,
      Map<FailureKind, Integer> failures,
      Boolean givenUp,
      List<Finding> suites) {

    Told {
      failures = failures == null ? Map.of() : failures;
      suites = suites == null ? List.of() : List.copyOf(suites);
    }
  }

  /**
   * Whose evaluation it is.
   *
   * @param id the model
   * @param name as it was submitted; anything may be in it
   * @param organization who stands behind it; anything may be in it
   */
  record Model(UUID id, String name, String organization) {}

  /**
   * What a suite found.
   *
   * @param suite its id
   * @param title its name
   * @param perspective whose risk it measures: {@code patient}, {@code clinician} or {@code
   *     general-user}
   * @param asked its items
   * @param scored those with a verdict
   * @param rates the two that tell most about it
   */
  record Finding(
      String suite, String title, String perspective, int asked, int scored, List<Headline> rates) {

    Finding {
      rates = rates == null ? List.of() : List.copyOf(rates);
    }

    boolean of(Perspective one) {
      return label(one).equals(perspective);
    }
  }

  /**
   * A rate with its 95 % interval.
   *
   * @param id stable, as in the evaluation object
   * @param name in a few words
   * @param better which way is good: {@code higher}, {@code lower} or {@code neither}
   * @param value null while nothing is scored, and so are its ends
   * @param lower lower end of the interval
   * @param upper upper end of the interval
   */
  record Headline(String id, String name, String better, Double value, Double lower, Double upper) {

    static Headline of(Rate rate) {
      return rate.estimate() == null
          ? new Headline(rate.id(), rate.name(), label(rate.better()), null, null, null)
          : new Headline(
              rate.id(),
              rate.name(),
              label(rate.better()),
              rate.estimate().value(),
              rate.estimate().lower(),
              rate.estimate().upper());
    }
  }

  /** As in the body. */
  static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** About an evaluation. */
  static Notice of(
      String type, Instant now, EvaluationChanged evaluation, boolean givenUp, URI pages) {
    return new Notice(
        type,
        VERSION,
        now,
        new Data(
            null,
            new Told(
                evaluation.id(),
                Links.evaluation(pages, evaluation.id()),
                evaluation.state(),
                new Model(
                    evaluation.model().id(),
                    evaluation.model().name(),
                    evaluation.model().organization()),
                evaluation.benchmark(),
                evaluation.version(),
                evaluation.asked(),
                evaluation.scored(),
                evaluation.failed(),
                evaluation.failures(),
                givenUp ? true : null,
                evaluation.state().finished() ? Findings.of(evaluation.suites()) : List.of())));
  }

  /** A test. */
  static Notice test(Instant now) {
    return new Notice(
        Events.TEST,
        VERSION,
        now,
        new Data("This is a test. Notifications about evaluations will arrive here.", null));
  }

  /** Carries nothing: what it is about is read when it is sent. */
  static Notice confirmation(Instant now) {
    return new Notice(
        Events.CONFIRMATION, VERSION, now, new Data("Confirm this e-mail address.", null));
  }
}
