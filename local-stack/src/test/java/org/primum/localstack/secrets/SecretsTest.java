package org.primum.localstack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  @Test
  void givesTheSameSecretNextTime() {
    Path file = folder.resolve("secrets");
    String password = new Secrets(file).password("database");

    assertThat(new Secrets(file).password("database")).isEqualTo(password);
  }

  @Test
  void givesEveryNameAnotherSecret() {
    Secrets secrets = new Secrets(folder.resolve("secrets"));

    assertThat(secrets.password("database")).isNotEqualTo(secrets.password("broker"));
  }

  @Test
  void makesKeysOf32Bytes() {
    String key = new Secrets(folder.resolve("secrets")).key("sealing");

    assertThat(Base64.getDecoder().decode(key)).hasSize(32);
  }

  @Test
  void letsOnlyTheOwnerReadThem() throws Exception {
    Path file = folder.resolve("secrets");

    new Secrets(file).password("database");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
