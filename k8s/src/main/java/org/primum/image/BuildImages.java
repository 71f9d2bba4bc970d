package org.primum.image;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the images of the four services, which must have been built, without a Docker daemon. */
final class BuildImages {

  private static final List<String> SERVICES =
      List.of("gateway-service", "runner-service", "judge-service", "leaderboard-ui");

  private BuildImages() {}

  /** Takes the base image, the version, the folder of the sources and the folder of the images. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, InvalidImageReferenceException {
    String base = arguments[0];
    String version = arguments[1];
    Path sources = Path.of(arguments[2]);
    Path images = Path.of(arguments[3]);
    List<ServiceImage> services =
        SERVICES.stream()
            .map(
                service ->
                    new ServiceImage(
                        service,
                        version,
                        sources.resolve(service).resolve("target/quarkus-app").normalize()))
            .toList();
    for (ServiceImage service : services) {
      Path tar = images.resolve(service.service() + ".tar");
      service.writeTo(tar, Jib.from(base));
      System.out.println(tar);
    }
  }
}
