package org.primum.image;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The image of one service: its Quarkus application over a base that brings Java, owned by root and
 * run by a user that is not.
 *
 * @param service the name of the service's module, and of the image
 * @param version the image's tag
 * @param application the folder {@code quarkus-app} of the built service
 */
public record ServiceImage(String service, String version, Path application) {

  private static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/primum");

  /** A number, so that Kubernetes can see that it is not root; nobody in the base image. */
  private static final String USER = "10001:10001";

  public ServiceImage {
    if (!Files.isRegularFile(application.resolve("quarkus-run.jar"))) {
      throw new IllegalArgumentException(
          "%s is not built: there is no quarkus-run.jar in %s".formatted(service, application));
    }
  }

  /**
   * Writes the image to a file that {@code docker load} and its kin read. The same application over
   * the same base makes the same image.
   */
  public void writeTo(Path tar, JibContainerBuilder base) throws IOException, InterruptedException {
    Files.createDirectories(tar.toAbsolutePath().getParent());
    try {
      base.setFileEntriesLayers(layers())
          .setWorkingDirectory(HOME)
          .setUser(USER)
          .setEntrypoint(
              "java",
              // The services wait more than they compute; see decision 0023.
              "-XX:TieredStopAtLevel=1",
              "-XX:MaxRAMPercentage=70",
              "-XX:+ExitOnOutOfMemoryError",
              "-jar",
              HOME.resolve("quarkus-run.jar").toString())
          .setLabels(
              Map.of(
                  "org.opencontainers.image.title",
                  "Primum " + service,
                  "org.opencontainers.image.version",
                  version,
                  "org.opencontainers.image.licenses",
                  "Apache-2.0"))
          .containerize(
              Containerizer.to(TarImage.at(tar).named(name()))
                  .setToolName("primum")
                  // Beside the image: the usual place is one folder for everybody on the machine.
                  .setApplicationLayersCache(tar.toAbsolutePath().resolveSibling("layers")));
    } catch (InvalidImageReferenceException
        | CacheDirectoryCreationException
        | RegistryException
        | ExecutionException e) {
      throw new IOException("No image of " + service + " was made: " + e.getMessage(), e);
    }
  }

  private ImageReference name() throws InvalidImageReferenceException {
    return ImageReference.parse("primum/%s:%s".formatted(service, version));
  }

  /** What changes least comes first, so that an upgrade moves the last layers only. */
  private List<FileEntriesLayer> layers() throws IOException {
    return List.of(layer("lib"), layer("quarkus"), layer("app"), layer("quarkus-run.jar"));
  }

  private FileEntriesLayer layer(String part) throws IOException {
    return FileEntriesLayer.builder()
        .setName(part)
        .addEntryRecursive(application.resolve(part), HOME.resolve(part))
        .build();
  }
}
