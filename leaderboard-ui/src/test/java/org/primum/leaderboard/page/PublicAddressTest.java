package org.primum.leaderboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

  private static PublicAddress configured(String address) {
    return new PublicAddress(
        new PagesConfiguration() {
          @Override
          public URI identityProvider() {
            throw new UnsupportedOperationException();
          }

          @Override
          public Duration keepBoard() {
            throw new UnsupportedOperationException();
          }

          @Override
          public Optional<URI> address() {
            return Optional.of(URI.create(address));
          }
        },
        null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://primum.example.org", "https://primum.example.org/"})
  void theConfiguredAddressComesBeforeTheRequests(String address) {
    assertThat(configured(address).of("/feed.atom"))
        .isEqualTo("https://primum.example.org/feed.atom");
  }

  @Test
  void thePagesMayBeInAFolder() {
    assertThat(configured("http://localhost:8080/primum").of("/data"))
        .isEqualTo("http://localhost:8080/primum/data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"primum.example.org", "javascript:alert(1)", "ftp://example.org", "/x"})
  void whatIsNoAddressIsRefused(String address) {
    assertThatThrownBy(() -> configured(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("primum.pages.address must begin with https://");
  }
}
