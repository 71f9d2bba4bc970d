package org.primum.leaderboard.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemFilterTest {

  @Test
  void whatIsNotNamedNarrowsNothing() {
    assertThat(new ItemFilter(null, " ", "").narrows()).isFalse();
  }

  @Test
  void travelsInTheAddress() {
    ItemFilter filter = new ItemFilter("jailbreak", "Harm & fraud", "failed");

    assertThat(filter.query(2))
        .isEqualTo("?suite=jailbreak&category=Harm+%26+fraud&verdict=failed&page=2");
  }

  @Test
  void holdsNoCharacterTheDatabaseRefuses() {
    assertThat(new ItemFilter("a\0b", null, null).suite()).isEqualTo("ab");
  }
}
