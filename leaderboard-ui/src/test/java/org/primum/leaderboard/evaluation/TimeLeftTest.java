package org.primum.leaderboard.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "180  | 120  | 360   | about 3 minutes left, between 2 and 6",
        "60   | 50   | 65    | about 1 minute left",
        "60   | 30   | 300   | about 1 minute left, 5 minutes at the most",
        "20   | 10   | 40    | less than a minute left",
        "20   | 10   | 130   | less than a minute left, 2 minutes at the most",
        "3000 | 2100 | 5400  | about 50 minutes left, between 35 minutes and 1½ hours",
        "7200 | 5400 | 10800 | about 2 hours left, between 1½ and 3",
        "3600 | 3500 | 5400  | about 1 hour left, between 58 minutes and 1½ hours",
      })
  void theRangeIsSaidAsShortAsItCanBe(long likely, long low, long high, String words) {
    TimeLeft left =
        new TimeLeft(Duration.ofSeconds(likely), Duration.ofSeconds(low), Duration.ofSeconds(high));

    assertThat(left.words()).isEqualTo(words);
  }
}
