package org.primum.protocol.suite;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.Perspective;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.Question;
import org.primum.protocol.scoring.Measure;

/**
 * One kind of test: who is at risk, what it asks, how answers are judged and counted. Found by
 * {@link java.util.ServiceLoader}; one object serves everybody.
 */
public interface Suite {

  /** Stable id, as in the API. */
  String id();

  /** The name shown on pages. */
  String title();

  /** Whose risk it measures. */
  Perspective perspective();

  /** What it finds out, in one or two sentences for a reader. */
  String purpose();

  /** Its place among the suites of its perspective, the first first. */
  default int place() {
    return 100;
  }

  /** Category ids with their titles, in order; empty when a version brings its own categories. */
  SortedMap<String, String> categories();

  /** The splits an item must name one of; empty when the suite has none. */
  default SortedSet<String> splits() {
    return Collections.unmodifiableSortedSet(new TreeSet<>());
  }

  /** Whether every item brings a document that its answer is to be grounded in. */
  default boolean documents() {
    return false;
  }

  /** How verdicts come about, and what they come to. */
  Measure measure();

  /**
   * Ids of the rates that tell most about this suite, the most telling first; empty where those are
   * the first of its measure.
   */
  default List<String> headline() {
    return List.of();
  }

  /** What a judge is asked about an answer, as the published protocol has it. */
  List<Question> questions();

  /** What the model is sent: the prompt alone, under the item's or the version's instruction. */
  default ModelRequest request(Item item, Generation generation) {
    return new ModelRequest(
        item.instruction() == null ? generation.systemPrompt() : item.instruction(), item.prompt());
  }

  /** How the answers of this suite are judged by these judges, under a version's settings. */
  default JudgingProtocol judging(List<JudgingProtocol.Judge> judges, JudgingSettings settings) {
    List<Question> published = questions();
    return new JudgingProtocol(
        id(),
        measure().id(),
        measure().rules(),
        published.stream()
            .map(question -> settings.applied(question, question.equals(published.getFirst())))
            .toList(),
        settings.rule() == null ? measure().usualRule() : settings.rule(),
        judges,
        settings.maxRequests() == null ? JudgingProtocol.USUAL_REQUESTS : settings.maxRequests());
  }

  /**
   * Says what is wrong with an item of this suite.
   *
   * @return a sentence, or null when nothing is
   */
  default String problem(Item item) {
    if (!categories().isEmpty() && !categories().containsKey(item.category())) {
      return "category \"%s\" is not one of %s"
          .formatted(item.category(), String.join(", ", categories().keySet()));
    }
    String known = String.join(", ", splits());
    if (!splits().isEmpty() && item.split() == null) {
      return "split is missing; it is one of " + known;
    }
    if (!splits().isEmpty() && !splits().contains(item.split())) {
      return "split \"%s\" is not one of %s".formatted(item.split(), known);
    }
    if (splits().isEmpty() && item.split() != null) {
      return "suite " + id() + " has no splits";
    }
    if (documents() && (item.document() == null || item.document().isBlank())) {
      return "the document is missing";
    }
    if (!documents() && item.document() != null) {
      return "suite " + id() + " has no documents";
    }
    return null;
  }
}
