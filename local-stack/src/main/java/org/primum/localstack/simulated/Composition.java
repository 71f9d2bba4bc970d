package org.primum.localstack.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer in the making: sentences picked for a request, the same every time. */
final class Composition {

  private static final String MATTER = "{matter}";

  private final Chance chance;
  private final String prompt;
  private final Concern concern;
  private final Topic topic;
  private final List<String> sentences = new ArrayList<>();

  Composition(Chance chance, String prompt, Concern concern) {
    this.chance = chance;
    this.prompt = prompt;
    this.concern = concern;
    this.topic = Topic.in(prompt);
  }

  /** Sentences for what is worrying about the request. */
  Phrases.OfConcern concern() {
    return Phrases.ALL.concerns().get(concern);
  }

  /** Sentences for what the request asks for. */
  Phrases.OfTask task() {
    return Phrases.ALL.tasks().get(Task.in(prompt));
  }

  /** Adds some of these. */
  Composition say(List<String> choices, int count) {
    sentences.addAll(chance.pick(choices, count));
    return this;
  }

  /** Adds what helps with the topic, or else with tasks of this kind. */
  Composition help(int count) {
    return say(topic.facts().isEmpty() ? task().bodies() : topic.facts(), count);
  }

  /** Adds what the person's age or state gives reason to say, if anything. */
  Composition mindThePerson() {
    String plain = prompt.toLowerCase(Locale.ROOT);
    Phrases.ALL.details().stream()
        .filter(detail -> detail.pattern().matcher(plain).find())
        .findFirst()
        .ifPresent(detail -> say(detail.sentences(), 1));
    return this;
  }

  /** The answer as text. */
  String text() {
    return String.join(" ", sentences).replace(MATTER, topic.phrase());
  }
}
