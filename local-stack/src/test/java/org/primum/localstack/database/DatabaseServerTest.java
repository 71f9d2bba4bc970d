package org.primum.localstack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseServerTest {

  @Test
  void readsUserAndPasswordFromTheUrlAndKeepsOtherParameters() {
    DatabaseServer server =
        named(
            Map.of(
                "PRIMUM_DATABASE_URL",
                "jdbc:postgresql://db.example:5433/primum?user=ada&password=l%40ve&sslmode=require"));

    assertThat(server.user()).isEqualTo("ada");
    assertThat(server.password()).isEqualTo("l@ve");
    assertThat(server.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:5433/primum?sslmode=require");
  }

  @Test
  void readsUserAndPasswordBeforeTheHost() {
    DatabaseServer server =
        named(Map.of("PRIMUM_DATABASE_URL", "postgresql://ada:love@db.example/primum"));

    assertThat(server)
        .isEqualTo(new DatabaseServer("db.example", 5432, "primum", Map.of(), "ada", "love"));
  }

  @Test
  void prefersUserAndPasswordOfTheirOwnVariables() {
    DatabaseServer server =
        named(
            Map.of(
                "PRIMUM_DATABASE_URL", "postgresql://ada:love@db.example/primum",
                "PRIMUM_DATABASE_USER", "grace",
                "PRIMUM_DATABASE_PASSWORD", "hopper"));

    assertThat(server.user()).isEqualTo("grace");
    assertThat(server.password()).isEqualTo("hopper");
  }

  @Test
  void refusesAnUnreadableUrlWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(Map.of("PRIMUM_DATABASE_URL", "jdbc:postgresql:hunter2")))
        .withMessageContaining("PRIMUM_DATABASE_URL")
        .withMessageNotContaining("hunter2");
  }

  private static DatabaseServer named(Map<String, String> environment) {
    return DatabaseServer.named(environment).orElseThrow();
  }
}
