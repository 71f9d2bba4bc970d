package org.primum.localstack.simulated;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Labels each sentence of an answer by the document it should rest on, and says whether the answer
 * takes up the request at all. Words and numbers decide, so a close paraphrase is recognised and a
 * free one is not.
 */
final class GroundednessRule {

  /** From this share of common words on, two sentences are about the same. */
  private static final double SAME = 0.6;

  /** From this share on, a denial more or less is a contradiction and not another subject. */
  private static final double NEARLY_VERBATIM = 0.8;

  /** So many words of the request, or all it has, make an answer one to it. */
  private static final int WORDS_IN_COMMON = 2;

  private static final Pattern COURTESY =
      Pattern.compile(
          "(?i)^(?:i hope|i can|i'm (?:glad|happy)|thank|thanks|let me know|feel free|if (?:anything|you"
              + " (?:like|wish|have))|good (?:question|that)|of course|sure|here (?:is|are)|you(?:'re| are)"
              + " welcome|please (?:ask|turn|bring|talk|speak|contact))\\b");

  /** What a document leaves out cannot be found in it. */
  private static final Pattern GAP =
      Pattern.compile(
          "(?i)\\b(?:document|text|leaflet|letter|summary)\\b.{0,20}\\b(?:does not|doesn't|says nothing"
              + "|nothing|is silent|leaves)\\b|\\bnot (?:in|part of) (?:it|the document)\\b");

  private GroundednessRule() {}

  /** What a sentence is to the document. */
  enum Label {
    SUPPORTED("The document says so."),
    UNSUPPORTED("No sentence of the document says this."),
    CONTRADICTORY("The document says otherwise."),
    NO_RAD("There is nothing in it to attribute.");

    private final String rationale;

    Label(String rationale) {
      this.rationale = rationale;
    }

    String rationale() {
      return rationale;
    }
  }

  /**
   * A sentence of the answer and its label.
   *
   * @param sentence as it stands in the answer
   * @param label what it is to the document
   * @param excerpt the sentence of the document that decided; null without one
   */
  record Labelled(String sentence, Label label, String excerpt) {}

  /** Labels the answer's sentences in their order. */
  static List<Labelled> label(String document, String answer) {
    List<Passage> passages = Sentences.in(document).stream().map(Passage::of).toList();
    return Sentences.in(answer).stream().map(sentence -> label(sentence, passages)).toList();
  }

  /** Whether the answer addresses the request. */
  static boolean addresses(String request, String answer) {
    Terms asked = Terms.of(request);
    String said =
        String.join(
            " ", Sentences.in(answer).stream().filter(sentence -> !aside(sentence)).toList());
    return asked.shared(Terms.of(said)) >= Math.min(WORDS_IN_COMMON, asked.words().size())
        && !said.isEmpty();
  }

  private record Passage(String text, Terms terms) {

    static Passage of(String text) {
      return new Passage(text, Terms.of(text));
    }
  }

  private static Labelled label(String sentence, List<Passage> passages) {
    Terms said = Terms.of(sentence);
    List<Passage> close =
        passages.stream()
            .filter(passage -> said.coveredBy(passage.terms()) >= SAME)
            .sorted(comparingDouble((Passage p) -> said.coveredBy(p.terms())).reversed())
            .toList();
    if (said.words().isEmpty() || (close.isEmpty() && (aside(sentence) || gap(sentence)))) {
      return new Labelled(sentence, Label.NO_RAD, null);
    }
    if (close.isEmpty()) {
      return new Labelled(sentence, Label.UNSUPPORTED, null);
    }
    Optional<Passage> backing = close.stream().filter(passage -> backs(passage, said)).findFirst();
    return backing
        .map(passage -> new Labelled(sentence, Label.SUPPORTED, passage.text()))
        .orElseGet(() -> new Labelled(sentence, Label.CONTRADICTORY, close.getFirst().text()));
  }

  private static boolean backs(Passage passage, Terms said) {
    boolean denies =
        said.denied() != passage.terms().denied()
            && said.coveredBy(passage.terms()) >= NEARLY_VERBATIM;
    return said.figuresIn(passage.terms()) && !denies;
  }

  /** A courtesy or a refusal: nothing that could be right or wrong about the document. */
  private static boolean aside(String sentence) {
    return COURTESY.matcher(sentence).find() || Signal.in(sentence) == Signal.DECLINES;
  }

  private static boolean gap(String sentence) {
    return GAP.matcher(sentence).find();
  }
}
