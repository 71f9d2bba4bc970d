package org.primum.k8s;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What {@code kubectl kustomize} makes of a folder. Tests are skipped where there is no kubectl, or
 * only one from before Kustomize 5, which came with 1.27.
 */
final class Kustomize {

  static final String BASE = "base";
  static final String DEVELOPMENT = "overlays/development";

  private static final String MISSING =
      "SKIPPED: nothing is rendered, for no kubectl 1.27 or newer is on the PATH or in"
          + " PRIMUM_KUBECTL";

  private static final Pattern VERSION = Pattern.compile("Kustomize Version: v([0-9]+)");
  private static final Optional<Path> KUBECTL = kubectl();
  private static final Map<String, List<HasMetadata>> RENDERED = new ConcurrentHashMap<>();

  static {
    if (KUBECTL.isEmpty()) {
      System.err.println(MISSING);
    }
  }

  private Kustomize() {}

  static List<HasMetadata> render(String folder) {
    Path kubectl = KUBECTL.orElseGet(() -> Assumptions.abort(MISSING));
    return RENDERED.computeIfAbsent(folder, key -> Manifests.read(run(kubectl, "kustomize", key)));
  }

  static <T extends HasMetadata> List<T> render(String folder, Class<T> kind) {
    return render(folder).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Optional<Path> kubectl() {
    String named = System.getenv("PRIMUM_KUBECTL");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator), -1))
        .map(folder -> Path.of(folder, "kubectl"))
        .filter(Files::isExecutable)
        .filter(Kustomize::isRecent)
        .findFirst();
  }

  private static boolean isRecent(Path kubectl) {
    Matcher version = VERSION.matcher(run(kubectl, "version", "--client"));
    return version.find() && Integer.parseInt(version.group(1)) >= 5;
  }

  private static String run(Path kubectl, String... arguments) {
    List<String> command =
        Stream.concat(Stream.of(kubectl.toString()), Stream.of(arguments)).toList();
    try {
      Path complaints = Files.createTempFile("kubectl", ".log");
      Process process = new ProcessBuilder(command).redirectError(complaints.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String complaint = Files.readString(complaints);
      Files.delete(complaints);
      if (status != 0 || !complaint.isBlank()) {
        throw new IllegalStateException(String.join(" ", command) + ": " + complaint);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
