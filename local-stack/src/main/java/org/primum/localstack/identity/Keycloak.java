package org.primum.localstack.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.process.Launch;
import org.primum.localstack.progress.StackFailure;
import org.primum.localstack.secrets.Secrets;

/** Keycloak in its development mode, with the realm imported when it starts for the first time. */
public final class Keycloak {

  private static final String ADMINISTRATOR = "keycloak-admin";

  private final Path project;
  private final Path home;
  private final int port;
  private final String uiUrl;
  private final Secrets secrets;

  /**
   * A Keycloak that is not started yet.
   *
   * @param project the project's folder, to fetch it by Maven
   * @param home where it is unpacked and keeps its data
   * @param port where it listens
   * @param uiUrl where the pages are, that people are sent back to
   * @param secrets the stack's
   */
  public Keycloak(Path project, Path home, int port, String uiUrl, Secrets secrets) {
    this.project = project;
    this.home = home;
    this.port = port;
    this.uiUrl = uiUrl;
    this.secrets = secrets;
  }

  /** The secret of the pages' client. */
  public String uiClientSecret() {
    return secrets.password("ui-client-secret");
  }

  /** The secret of the services' clients. */
  public String serviceClientSecret() {
    return secrets.password("service-client-secret");
  }

  /** The realm's address: the issuer of its tokens. */
  public String realmUrl() {
    return baseUrl() + "/realms/primum";
  }

  /** Answers 200 as soon as people can sign in. */
  public String readyUrl() {
    return realmUrl() + "/.well-known/openid-configuration";
  }

  private String baseUrl() {
    return "http://localhost:" + port;
  }

  /**
   * Lets people be sent back to where the pages are now: the realm is imported only once, but the
   * pages may move to another port.
   */
  public void followPages() {
    Path remembered = home.resolve("ui-url");
    try {
      if (Files.exists(remembered) && !Files.readString(remembered).equals(uiUrl)) {
        new KeycloakAdministration(baseUrl(), ADMINISTRATOR, administratorPassword())
            .replaceClient(realm(), "primum-ui");
      }
      Files.writeString(remembered, uiUrl);
    } catch (IOException failed) {
      throw new StackFailure(
          "Keycloak could not be told where the pages are: " + failed.getMessage(), failed);
    }
  }

  private String administratorPassword() {
    return secrets.password("keycloak-admin");
  }

  private String realm() {
    return RealmFile.filled(
        Map.of(
            "ui-url", uiUrl,
            "ui-client-secret", uiClientSecret(),
            "service-client-secret", serviceClientSecret()));
  }

  /** Whether Maven has still to bring it, which takes a while. */
  public boolean missing() {
    return new KeycloakArchive(project).missingFor(home);
  }

  /** How to start it, everything prepared. */
  public Launch launch() {
    Path distribution = new KeycloakArchive(project).unpackedIn(home);
    writeRealm(distribution.resolve("data/import"));
    return new Launch(
        List.of(
            "sh",
            distribution.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=" + baseUrl(),
            "--log-level=warn,org.keycloak.quarkus:info"),
        Map.of(
            "JAVA_HOME",
            JavaProgram.home(),
            "JAVA_OPTS_KC_HEAP",
            "-Xms128m -Xmx512m",
            "JAVA_OPTS_APPEND",
            "-XX:TieredStopAtLevel=1",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            ADMINISTRATOR,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            administratorPassword()),
        home,
        uiUrl);
  }

  private void writeRealm(Path folder) {
    Path file = folder.resolve("primum-realm.json");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, realm(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new StackFailure(
          "Keycloak's realm could not be written: " + failed.getMessage(), failed);
    }
  }
}
