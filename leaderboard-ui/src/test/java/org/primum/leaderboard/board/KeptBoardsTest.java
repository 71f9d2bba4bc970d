package org.primum.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a board is given out again. */
class KeptBoardsTest {

  private long now;
  private final KeptBoards boards = new KeptBoards(Duration.ofNanos(100), () -> now);

  @Test
  void isTheSameForAMoment() {
    boards.keep("order=name", "first");

    now = 99;
    assertThat(shown("order=name")).isEqualTo("first");
    assertThat(shown("order=name")).isEqualTo("first");
    assertThat(shown("")).isNull();
  }

  @Test
  void afterAMomentOneReaderHasItMadeAnew() {
    boards.keep("", "first");

    now = 100;
    assertThat(shown("")).isNull();
    assertThat(shown("")).isEqualTo("first");
    boards.keep("", "second");
    assertThat(shown("")).isEqualTo("second");
  }

  /** Whoever was to make it anew may have failed. */
  @Test
  void nobodySeesAnOldOne() {
    boards.keep("", "first");

    now = 100;
    assertThat(shown("")).isNull();
    now = 200;
    assertThat(shown("")).isNull();
    assertThat(shown("")).isNull();
  }

  @Test
  void whatIsTheSameHasTheSameName() {
    boards.keep("a", "same");
    boards.keep("b", "same");
    boards.keep("c", "other");

    assertThat(boards.usable("a").tag()).isEqualTo(boards.usable("b").tag());
    assertThat(boards.usable("a").tag()).isNotEqualTo(boards.usable("c").tag());
  }

  private String shown(String query) {
    KeptBoards.Kept board = boards.usable(query);
    return board == null ? null : board.plain().toString();
  }
}
