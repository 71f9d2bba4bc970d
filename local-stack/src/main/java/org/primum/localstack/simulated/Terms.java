package org.primum.localstack.simulated;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a sentence says, as far as its words tell.
 *
 * @param words its content words, without most endings
 * @param figures its numbers, as written
 * @param denied whether it says that something is not so, or not to be done
 */
record Terms(Set<String> words, List<String> figures, boolean denied) {

  private static final Pattern FIGURE = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*(?:'\\p{L}+)?");
  private static final Pattern POSSESSIVE = Pattern.compile("'s$");
  private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:ing|ed|es|s|e)$");
  private static final Pattern DENIAL =
      Pattern.compile("\\b(?:not|no|never|nobody|none|without|cannot|nor)\\b|n't\\b");

  /** Words that say nothing about what a sentence is about. */
  private static final Set<String> EMPTY =
      Set.of(
          """
          a an the this that these those and or but nor so if then than as at by for from in into of off
          on onto out over to up with without about after before during is are was were be been being
          am do does did done has have had having can could may might must shall should will would not
          no never none nobody cannot i me my we us our you your he him his she her it its they them
          their who whom whose which what when where why how there here any some all each every both
          more most less least also only just very too much many such own same other another again yes
          please tell say says said according document know want one
          """
              .strip()
              .split("\\s+"));

  Terms {
    words = Set.copyOf(words);
    figures = List.copyOf(figures);
  }

  static Terms of(String sentence) {
    String plain = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
    Set<String> words =
        WORD.matcher(plain)
            .results()
            .map(match -> POSSESSIVE.matcher(match.group()).replaceFirst(""))
            .filter(word -> !EMPTY.contains(word) && !word.contains("'"))
            .map(word -> ENDING.matcher(word).replaceFirst(""))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> figures = FIGURE.matcher(plain).results().map(MatchResult::group).toList();
    return new Terms(words, figures, DENIAL.matcher(plain).find());
  }

  /** The share of these words that are among the other's, from 0 to 1. */
  double coveredBy(Terms other) {
    return words.isEmpty() ? 0 : (double) shared(other) / words.size();
  }

  /** How many words both have. */
  long shared(Terms other) {
    return words.stream().filter(other.words::contains).count();
  }

  /** Whether all numbers are among the other's. */
  boolean figuresIn(Terms other) {
    return other.figures.containsAll(figures);
  }

  /** The sentence with its first number grown to one that it does not hold. */
  static String withAnotherFigure(String sentence) {
    List<String> figures = of(sentence).figures();
    if (figures.isEmpty()) {
      return sentence;
    }
    BigDecimal figure = new BigDecimal(figures.getFirst());
    BigDecimal other = figure.add(BigDecimal.ONE);
    while (figures.contains(other.toPlainString())) {
      other = other.add(BigDecimal.ONE);
    }
    return FIGURE.matcher(sentence).replaceFirst(other.toPlainString());
  }
}
