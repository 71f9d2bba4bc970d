package org.primum.leaderboard.item;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.suite.Suite;

/**
 * The votes on one question.
 *
 * @param title what was asked, in a word
 * @param judges each judge's votes
 */
public record QuestionVotes(String title, List<JudgeVotes> judges) {

  /** How many votes there are. */
  public int count() {
    return judges.stream().mapToInt(judge -> judge.votes().size()).sum();
  }

  /** One judge's votes, in order. */
  public record JudgeVotes(String judge, List<Said> votes) {}

  /**
   * A vote and what it says.
   *
   * @param vote as it came
   * @param words what its value says; null when it could not be read
   */
  public record Said(Vote vote, String words) {}

  /** Questions and judges in the order in which they first come. */
  static List<QuestionVotes> of(Suite suite, List<Vote> votes) {
    Map<String, Map<String, List<Said>>> questions = new LinkedHashMap<>();
    for (Vote vote : votes) {
      String question =
          vote.question() == null ? suite.questions().getFirst().id() : vote.question();
      String words = vote.value() == null ? null : suite.measure().says(question, vote.value());
      questions
          .computeIfAbsent(question, asked -> new LinkedHashMap<>())
          .computeIfAbsent(vote.judge(), judge -> new ArrayList<>())
          .add(new Said(vote, words));
    }
    return questions.entrySet().stream()
        .map(question -> new QuestionVotes(title(question.getKey()), judges(question.getValue())))
        .toList();
  }

  private static List<JudgeVotes> judges(Map<String, List<Said>> votes) {
    return votes.entrySet().stream()
        .map(judge -> new JudgeVotes(judge.getKey(), List.copyOf(judge.getValue())))
        .toList();
  }

  private static String title(String question) {
    return question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
  }
}
