package org.primum.localstack.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Json;

class RealmFileTest {

  @Test
  void leavesNoPlaceholderUnfilled() {
    String realm =
        RealmFile.filled(
            Map.of(
                "ui-url", "http://localhost:8080",
                "ui-client-secret", "one",
                "service-client-secret", "two"));

    assertThat(realm).doesNotContainPattern("@[a-z-]+@");
    assertThat(Json.read(realm, JsonNode.class).at("/clients/1/redirectUris/0").asText())
        .isEqualTo("http://localhost:8080/*");
  }

  @Test
  void refusesAValueThatWouldBreakTheFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RealmFile.filled(Map.of("ui-url", "\",\"enabled\":false")));
  }
}
