package org.primum.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildImagesTest {

  private static final List<String> SERVICES =
      List.of("gateway-service", "runner-service", "judge-service", "leaderboard-ui");

  @TempDir private Path folder;
  private String base;
  private Path images;

  @BeforeEach
  void writeABaseAndLayOutTheServices() throws Exception {
    Path tar = folder.resolve("base.tar");
    Path java = Files.writeString(folder.resolve("java"), "no Java at all");
    Jib.fromScratch()
        .addLayer(List.of(java), AbsoluteUnixPath.get("/usr/bin"))
        .containerize(
            Containerizer.to(TarImage.at(tar).named("base"))
                .setApplicationLayersCache(folder.resolve("layers")));
    base = "tar://" + tar;
    images = folder.resolve("images");
    for (String service : SERVICES) {
      FastJar.layOut(folder.resolve(service).resolve("target/quarkus-app"));
    }
  }

  @Test
  void writesEveryServiceOverTheBase() throws Exception {
    BuildImages.main(new String[] {base, "1.2", folder.toString(), images.toString()});

    assertThat(SERVICES)
        .allSatisfy(
            service -> {
              ImageTar image = ImageTar.read(images.resolve(service + ".tar"));
              assertThat(image.tags()).containsExactly("primum/" + service + ":1.2");
              assertThat(image.layers()).hasSize(5);
              assertThat(image.files(0)).containsExactly("/usr/bin/java");
            });
  }

  @Test
  void writesNothingWhenAServiceIsNotBuilt() throws Exception {
    Files.delete(folder.resolve("judge-service/target/quarkus-app/quarkus-run.jar"));

    assertThatThrownBy(
            () ->
                BuildImages.main(new String[] {base, "1.2", folder.toString(), images.toString()}))
        .hasMessageStartingWith("judge-service is not built");
    assertThat(images).doesNotExist();
  }
}
