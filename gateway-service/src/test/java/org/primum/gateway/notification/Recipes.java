package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a signature by the recipes as they stand in the documentation. */
final class Recipes {

  private static final Path DOCUMENT = Path.of("../docs/submit-a-model.md");

  private static final String RUN_PYTHON =
      """

      import os, pathlib
      print("genuine" if genuine(os.environ["SECRET"], {
          "webhook-id": os.environ["ID"], "webhook-timestamp": os.environ["TIMESTAMP"],
          "webhook-signature": os.environ["SIGNATURE"]},
          pathlib.Path("body.json").read_bytes()) else "forged")
      """;

  private Recipes() {}

  /** What the shell recipe says of a request. */
  static String shell(Receiver.Received received, String secret)
      throws IOException, InterruptedException {
    return run(received, secret, "sh", "-c", recipe("shell"));
  }

  /** What the Python recipe says of a request. */
  static String python(Receiver.Received received, String secret)
      throws IOException, InterruptedException {
    return run(received, secret, "python3", "-c", recipe("python") + RUN_PYTHON);
  }

  private static String recipe(String name) throws IOException {
    Matcher found =
        Pattern.compile("<!-- recipe: %s -->\\s*```\\w+\\n(.*?)```".formatted(name), Pattern.DOTALL)
            .matcher(Files.readString(DOCUMENT));
    assertThat(found.find()).as("the recipe is in the documentation").isTrue();
    return found.group(1);
  }

  private static String run(Receiver.Received received, String secret, String... command)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Path.of("target"), "recipe");
    Files.write(folder.resolve("body.json"), received.body());
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "SECRET", secret,
                "ID", received.id(),
                "TIMESTAMP", received.timestamp(),
                "SIGNATURE", received.signature()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said.strip();
  }
}
