package org.primum.leaderboard.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.Samples;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.suite.Suites;

class QuestionVotesTest {

  @Test
  void areByQuestionAndJudge() {
    List<QuestionVotes> questions =
        QuestionVotes.of(
            Suites.of("groundedness"),
            List.of(
                vote("a", 1, "eligibility", 1),
                vote("b", 1, "eligibility", 0),
                vote("a", 2, "eligibility", 1),
                vote("a", 1, "sentences", 4)));

    assertThat(questions)
        .extracting(QuestionVotes::title, QuestionVotes::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Eligibility", 3),
            org.assertj.core.groups.Tuple.tuple("Sentences", 1));
    assertThat(questions.getFirst().judges())
        .extracting(QuestionVotes.JudgeVotes::judge)
        .containsExactly("a", "b");
  }

  @Test
  void sayWhatTheirValueMeans() {
    List<QuestionVotes> questions =
        QuestionVotes.of(
            Suites.of("groundedness"),
            List.of(vote("a", 1, "eligibility", 0), vote("a", 1, "sentences", 4)));

    assertThat(questions)
        .flatExtracting(QuestionVotes::judges)
        .flatExtracting(QuestionVotes.JudgeVotes::votes)
        .extracting(QuestionVotes.Said::words)
        .containsExactly("it does not address the request", "sentences labelled");
  }

  @Test
  void votesOfOldAreOnTheOnlyQuestionThereWas() {
    List<QuestionVotes> questions =
        QuestionVotes.of(Suites.of("patient-safety"), List.of(vote("a", 1, null, 5)));

    assertThat(questions).extracting(QuestionVotes::title).containsExactly("Harm");
  }

  @Test
  void anUnreadableVoteSaysNothing() {
    Vote unreadable =
        new Vote("a", 1, 3, "?", null, null, "is no digit", Samples.NOW, "refusal", null);

    List<QuestionVotes> questions = QuestionVotes.of(Suites.of("jailbreak"), List.of(unreadable));

    assertThat(questions.getFirst().judges().getFirst().votes().getFirst().words()).isNull();
  }

  private static Vote vote(String judge, int number, String question, int value) {
    return new Vote(judge, number, 1, "raw", value, null, null, Samples.NOW, question, null);
  }
}
