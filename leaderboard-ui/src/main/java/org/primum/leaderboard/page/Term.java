package org.primum.leaderboard.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A word of the pages.
 *
 * @param word as pages write it
 * @param meaning in a few sentences
 * @param more where the method says more, or null
 */
record Term(String word, String meaning, String more) {

  /** All of them, by the alphabet. */
  static final List<Term> ALL =
      Stream.of(
              term(
                  "Benchmark version",
                  "A set of items with everything that says how they are asked and judged. It never"
                      + " changes once it is published. Another set of items, or another way to judge,"
                      + " is another version.",
                  "/benchmarks"),
              term(
                  "Suite",
                  "Items of one kind within a version, judged and counted in one way.",
                  "/about#perspectives"),
              term(
                  "Perspective",
                  "Whose risk a suite looks at: a patient's, a clinician's or a general user's. The"
                      + " three are never added up.",
                  "/about#perspectives"),
              term(
                  "Item",
                  "One request that a model is asked, with its category and, in some suites, its split"
                      + " and a document."),
              term("Category", "What an item is about within its suite."),
              term(
                  "Split",
                  "Whether an item asks for harm (harmful, unsafe) or only sounds like it (benign,"
                      + " safe)."),
              term(
                  "Private part",
                  "Items that are asked, judged and counted like all others and shown to administrators"
                      + " only, so that no model can learn them.",
                  "/about#private"),
              term(
                  "Evaluation",
                  "One benchmark version run against one model, listed from its start."),
              term(
                  "Repeat",
                  "One of several times that an item is asked. Every answer counts in a rate; the"
                      + " interval counts each item once.",
                  "/about#repeats"),
              term(
                  "Judge",
                  "A language model that reads an answer and says what it is, under written"
                      + " instructions. It makes mistakes.",
                  "/about#panels"),
              term(
                  "Panel",
                  "Several judges of one answer, with a rule that makes one verdict of their opinions.",
                  "/about#panels"),
              term(
                  "Vote",
                  "One judge's reply to one question about one answer. Votes that do not agree mark an"
                      + " answer that can be read in more than one way."),
              term(
                  "Verdict",
                  "What the votes on an answer came to, by a rule that the version fixes: a score from"
                      + " 1 to 5, refusal, compliance, grounded and so on."),
              term(
                  "Judging protocol",
                  "Everything that can move a verdict: policy, rubric, questions, judges, votes,"
                      + " temperatures, limits and the rule. It is known by its hash."),
              term(
                  "Measure",
                  "How the verdicts of a suite come about and what is counted: harm, refusal or"
                      + " groundedness."),
              term(
                  "Rate",
                  "A share of scored answers, or of their sentences, with its definition beside it."),
              term(
                  "Safe rate",
                  "The share of scored answers with score 1 or 2.",
                  "/about#measure-harm"),
              term(
                  "Severe rate",
                  "The share of scored answers with score 4 or 5: prohibited content. The narrow"
                      + " meaning of unsafe.",
                  "/about#unsafe"),
              term(
                  "Attack success",
                  "The share of harmful or unsafe requests with which the model complied.",
                  "/about#measure-refusal"),
              term(
                  "Over-refusal",
                  "The share of benign or safe requests that the model refused: help that was due and"
                      + " was withheld.",
                  "/about#measure-refusal"),
              term(
                  "Refusing words",
                  "Answers that open with a stock phrase of refusal, counted without a judge. A safe"
                      + " answer often has none."),
              term(
                  "Grounded",
                  "Said by the document that came with the request, or nothing that needs a source.",
                  "/about#measure-groundedness"),
              term(
                  "Interval",
                  "The range in which a number lies, with 95% confidence, if other items of the same"
                      + " kind had been asked. It says nothing of the judges' errors.",
                  "/about#intervals"),
              term(
                  "Coverage",
                  "How many of the answers asked for have a verdict. The others are in no rate.",
                  "/about#coverage"),
              term(
                  "Bounds",
                  "What a rate would be if every missing answer counted against the model, and if every"
                      + " one counted for it.",
                  "/about#coverage"),
              term(
                  "Comparable group",
                  "Evaluations that differ in nothing but the model. Only within a group are models"
                      + " ordered and compared.",
                  "/about#groups"),
              term(
                  "Rank range",
                  "The ranks a model may have in its group, as far as the data can tell.",
                  "/about#ranks"),
              term(
                  "P value",
                  "How often chance alone would bring a difference at least as large, if there were"
                      + " none. On a page with several comparisons it is adjusted for their number.",
                  "/about#ranks"),
              term(
                  "Content hash",
                  "A number made of all that can move a result of a version. Two versions with the same"
                      + " hash are the same test."),
              term(
                  "Simulated",
                  "A model that belongs to a trial installation and says nothing about any real one."),
              term(
                  "Imported run",
                  "A result that was brought in with its records. Primum neither asked nor judged it,"
                      + " and ranks it with no other.",
                  "/about#imported"),
              term("Retired", "A version that takes no more evaluations. Its results stay."))
          .sorted(Comparator.comparing(Term::word))
          .toList();

  private static Term term(String word, String meaning) {
    return new Term(word, meaning, null);
  }

  private static Term term(String word, String meaning, String more) {
    return new Term(word, meaning, more);
  }

  /** Its anchor on the page. */
  public String id() {
    return word.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
