package org.primum.protocol.validation;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.primum.protocol.Item;
import org.primum.protocol.validation.Finding.Kind;
import org.primum.protocol.validation.Finding.Severity;

/**
 * Items with something in their text that is hardly meant; one finding for each suite.
 *
 * @param kind the kind of finding
 * @param severity its severity
 * @param texts which texts of an item are looked at; some may be null
 * @param problem whether a text has the problem
 * @param advice what is wrong and what to do
 */
record TextCheck(
    Kind kind,
    Severity severity,
    Function<Item, Stream<String>> texts,
    Predicate<String> problem,
    String advice)
    implements Check {

  /** Every check of a text. */
  static final List<TextCheck> ALL =
      List.of(
          new TextCheck(
              Kind.ENCODING_DAMAGE,
              Severity.ERROR,
              TextCheck::everything,
              holds(Characters::replacement),
              "These items hold the replacement character U+FFFD: a conversion has lost what stood"
                  + " there. Take the text from its original again and save it as UTF-8."),
          new TextCheck(
              Kind.ENCODING_DAMAGE,
              Severity.ERROR,
              TextCheck::everything,
              Mojibake::in,
              "These items hold sequences like \"\u00c3\u00a9\" for \"\u00e9\": UTF-8 that was read"
                  + " as Windows-1252 or Latin-1. Open the original as UTF-8 and import it again."),
          new TextCheck(
              Kind.ENCODING_DAMAGE,
              Severity.ERROR,
              TextCheck::everything,
              holds(Characters::leftover),
              "These items hold control characters from U+0080 to U+009F or code points that are no"
                  + " characters, which come from a wrong conversion. Convert the original to UTF-8"
                  + " again."),
          new TextCheck(
              Kind.UNUSUAL_CHARACTERS,
              Severity.WARNING,
              TextCheck::everything,
              holds(Characters::control),
              "These items hold control characters other than tab and line break. Remove them"
                  + " unless the test is about them."),
          new TextCheck(
              Kind.UNUSUAL_CHARACTERS,
              Severity.WARNING,
              TextCheck::everything,
              holds(Characters::bidirectional),
              "These items hold characters that turn the direction of text round, so people read"
                  + " something else than the model. Remove them unless the test is about them."),
          new TextCheck(
              Kind.UNUSUAL_CHARACTERS,
              Severity.WARNING,
              TextCheck::everything,
              holds(Characters::invisible),
              "These items hold invisible characters that a model reads and people do not see."
                  + " Remove them unless the test is about them."),
          new TextCheck(
              Kind.UNUSUAL_CHARACTERS,
              Severity.WARNING,
              item -> Stream.of(item.prompt(), item.instruction()),
              text -> !text.equals(text.strip()),
              "The prompt or instruction of these items begins or ends with white space, and models"
                  + " are asked verbatim. Remove it unless it is meant."),
          new TextCheck(
              Kind.FORMULA,
              Severity.WARNING,
              item -> Stream.of(item.id(), item.category(), item.prompt()),
              Characters::beginFormula,
              "The id, category or prompt of these items begins like a formula, which a spreadsheet"
                  + " runs when it opens a table of them. Reword the beginning where you can."));

  @Override
  public List<Finding> findings(List<Item> items) {
    return Check.bySuite(items).values().stream()
        .map(own -> own.stream().filter(this::concerns).toList())
        .filter(concerned -> !concerned.isEmpty())
        .map(concerned -> Finding.of(kind, severity, concerned, advice))
        .toList();
  }

  private boolean concerns(Item item) {
    return texts.apply(item).filter(Objects::nonNull).anyMatch(problem);
  }

  private static Stream<String> everything(Item item) {
    return Stream.of(
        item.id(), item.category(), item.prompt(), item.instruction(), item.document());
  }

  private static Predicate<String> holds(IntPredicate character) {
    return text -> text.codePoints().anyMatch(character);
  }
}
