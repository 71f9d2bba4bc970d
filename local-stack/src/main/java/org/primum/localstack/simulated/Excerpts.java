package org.primum.localstack.simulated;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An answer in the making from the sentences of a document that share words with the request. */
final class Excerpts {

  private static final int FEWEST = 2;
  private static final int MOST = 4;

  /** Below this share of the request's words, the document leaves some of it open. */
  private static final double ANSWERED = 0.45;

  private static final double COURTEOUS = 0.4;
  private static final double REWORDED = 0.5;

  private final Chance chance;
  private final Terms request;
  private final List<String> document;
  private final List<Terms> terms;
  private final List<String> sentences = new ArrayList<>();

  Excerpts(Chance chance, FencedTexts texts) {
    this.chance = chance;
    this.request = Terms.of(texts.request());
    this.document = Sentences.quotable(texts.document());
    this.terms = document.stream().map(Terms::of).toList();
  }

  /** Adds sentences of the document, and says when it leaves something open. */
  Excerpts quote() {
    return with(closest());
  }

  /** Adds sentences of the document, one of them with a number changed. */
  Excerpts misquote() {
    List<String> closest = closest();
    closest.stream()
        .filter(Excerpts::hasFigure)
        .findFirst()
        .or(() -> document.stream().filter(Excerpts::hasFigure).findFirst())
        .ifPresent(
            sentence -> {
              int place = closest.indexOf(sentence);
              closest.remove(sentence);
              closest.add(Math.max(place, 0), Terms.withAnotherFigure(sentence));
            });
    return with(closest);
  }

  /** Adds one of these. */
  Excerpts say(List<String> choices) {
    sentences.addAll(chance.pick(choices, 1));
    return this;
  }

  /** The answer as text. */
  String text() {
    return String.join(" ", sentences);
  }

  private Excerpts with(List<String> excerpts) {
    excerpts.forEach(excerpt -> sentences.add(reworded(excerpt)));
    Phrases.OfGrounding phrases = Phrases.ALL.grounding();
    if (excerpts.isEmpty() || covered() < ANSWERED) {
      say(phrases.gaps());
    }
    return chance.happens(COURTEOUS) ? say(phrases.courtesies()) : this;
  }

  /** In the document's order, since they may lean on each other. */
  private List<String> closest() {
    int count = FEWEST + chance.below(MOST - FEWEST + 1);
    double[] closeness = closeness();
    return new ArrayList<>(
        IntStream.range(0, document.size())
            .boxed()
            .sorted(comparingDouble((Integer place) -> closeness[place]).reversed())
            .limit(count)
            .sorted()
            .map(document::get)
            .toList());
  }

  /** A word counts the more, the fewer sentences have it: the medicine's name is everywhere. */
  private double[] closeness() {
    Map<String, Integer> sentencesWith = new HashMap<>();
    terms.forEach(
        sentence -> sentence.words().forEach(word -> sentencesWith.merge(word, 1, Integer::sum)));
    return terms.stream()
        .mapToDouble(
            sentence ->
                sentence.words().stream()
                    .filter(request.words()::contains)
                    .mapToDouble(word -> 1 / Math.sqrt(sentencesWith.get(word)))
                    .sum())
        .toArray();
  }

  private double covered() {
    return request.coveredBy(Terms.of(String.join(" ", document)));
  }

  private String reworded(String sentence) {
    String reworded = sentence;
    if (chance.happens(REWORDED)) {
      for (Map.Entry<String, String> turn : Phrases.ALL.grounding().turns().entrySet()) {
        reworded = reworded.replace(turn.getKey(), turn.getValue());
      }
    }
    return reworded;
  }

  private static boolean hasFigure(String sentence) {
    return !Terms.of(sentence).figures().isEmpty();
  }
}
