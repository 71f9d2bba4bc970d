package org.primum.leaderboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

  @Test
  void keepsAPageOfThisSite() {
    assertThat(LocalAddress.orBoard("/admin/benchmarks/psb/1.0.0"))
        .isEqualTo("/admin/benchmarks/psb/1.0.0");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/\\evil.example", "/a?b=//c", "evil"})
  void leadsNowhereElse(String address) {
    assertThat(LocalAddress.orBoard(address)).isEqualTo("/");
  }
}
