package org.primum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.cloud.tools.jib.api.Jib;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Over an empty base, for a base with Java in it may be out of reach where the tests run. */
class ServiceImageTest {

  @TempDir private Path folder;
  private Path application;

  @BeforeEach
  void layOutAnApplication() throws Exception {
    application = FastJar.layOut(folder.resolve("quarkus-app"));
  }

  @Test
  void runsTheApplicationAsAUserThatIsNotRoot() throws Exception {
    Path tar = folder.resolve("images/example.tar");

    new ServiceImage("example", "1.2", application).writeTo(tar, Jib.fromScratch());

    ImageTar image = ImageTar.read(tar);
    assertThat(image.tags()).containsExactly("primum/example:1.2");
    assertThat(image.configuration().path("User").asString()).isEqualTo("10001:10001");
    assertThat(image.configuration().path("WorkingDir").asString()).isEqualTo("/primum");
    assertThat(image.configuration().path("Entrypoint"))
        .extracting(JsonNode::asString)
        .startsWith("java")
        .endsWith("-jar", "/primum/quarkus-run.jar");
  }

  @Test
  void whatChangesLeastIsTheLowestLayer() throws Exception {
    Path tar = folder.resolve("example.tar");

    new ServiceImage("example", "1.2", application).writeTo(tar, Jib.fromScratch());

    ImageTar image = ImageTar.read(tar);
    assertThat(image.layers()).hasSize(4);
    assertThat(image.files(0))
        .containsExactlyInAnyOrder(
            "/primum/lib/boot/org.example.boot-1.jar", "/primum/lib/main/org.example.main-1.jar");
    assertThat(image.files(1)).containsExactly("/primum/quarkus/quarkus-application.dat");
    assertThat(image.files(2)).containsExactly("/primum/app/example-1.2.jar");
    assertThat(image.files(3)).containsExactly("/primum/quarkus-run.jar");
  }

  @Test
  void theUserCannotChangeTheApplication() throws Exception {
    Path tar = folder.resolve("example.tar");

    new ServiceImage("example", "1.2", application).writeTo(tar, Jib.fromScratch());

    assertThat(ImageTar.read(tar).layers())
        .flatExtracting(layer -> layer)
        .allSatisfy(
            entry -> {
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getLongGroupId()).isZero();
              assertThat(entry.getMode() & 0022).isZero();
            });
  }

  @Test
  void theSameApplicationMakesTheSameImage() throws Exception {
    Path first = folder.resolve("first.tar");
    Path second = folder.resolve("second.tar");
    ServiceImage image = new ServiceImage("example", "1.2", application);

    image.writeTo(first, Jib.fromScratch());
    image.writeTo(second, Jib.fromScratch());

    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void aServiceThatIsNotBuiltHasNoImage() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> new ServiceImage("example", "1.2", missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("example is not built");
  }

  @Test
  void holdsAllOfABuiltService() throws Exception {
    Path built = Path.of("../gateway-service/target/quarkus-app");
    assumeTrue(Files.exists(built.resolve("quarkus-run.jar")), "the gateway is not built");
    Path tar = folder.resolve("gateway-service.tar");

    new ServiceImage("gateway-service", "1.2", built).writeTo(tar, Jib.fromScratch());

    assertThat(ImageTar.read(tar).layers())
        .flatExtracting(layer -> layer)
        .filteredOn(TarArchiveEntry::isFile)
        .extracting(entry -> built.resolve(Path.of("primum").relativize(Path.of(entry.getName()))))
        .containsAll(FastJar.jars(built))
        .allSatisfy(file -> assertThat(file).exists());
  }
}
