package org.primum.gateway.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;

/** An evaluation, and what is told of it. */
final class Samples {

  static final URI PAGES = URI.create("https://primum.example.org/");
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** A message of the protocol's own golden files. */
  private static final Path MESSAGE =
      Path.of("../protocol/src/test/resources/messages/evaluation.v1.json");

  private Samples() {}

  static EvaluationChanged evaluation() {
    return named("Model one", "Example");
  }

  /** The same of a model with this name. */
  static EvaluationChanged named(String name, String organization) {
    try {
      ObjectNode message = (ObjectNode) Json.MAPPER.readTree(Files.readString(MESSAGE));
      message.withObject("/model").put("name", name).put("organization", organization);
      return Json.MAPPER.treeToValue(message, EvaluationChanged.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Sending sending(String event, String body) {
    return new Sending(
        UUID.fromString("0b7c0c3e-8d43-4f5e-9a43-3d6c1f0a6006"),
        1,
        event,
        body,
        NOW,
        NOW,
        UUID.randomUUID(),
        Channel.EMAIL,
        "name@example.org",
        null,
        "12345678",
        "a-key");
  }

  /** About an evaluation that is complete. */
  static Sending complete(EvaluationChanged evaluation) {
    String event = Events.ended(evaluation.state());
    return sending(event, Json.write(Notice.of(event, NOW, evaluation, false, PAGES)));
  }
}
