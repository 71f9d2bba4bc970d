package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** Streams the finished items of an evaluation, one a line, a page at a time from the database. */
@ApplicationScoped
class FinishedItems {

  /** The media type: one JSON object a line. */
  static final String NDJSON = "application/x-ndjson";

  private final Evaluations evaluations;
  private final Summaries summaries;

  FinishedItems(Evaluations evaluations, Summaries summaries) {
    this.evaluations = evaluations;
    this.summaries = summaries;
  }

  EvaluationChanged evaluation(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> summaries.of(evaluations.required(id)));
  }

  /**
   * All of them, or only those that are not of the version's private part.
   *
   * @param hidden whether the private part is among them
   */
  Response stream(UUID id, boolean hidden, Function<ItemFinished, Object> line) {
    StreamingOutput output = content -> write(id, hidden, line, content);
    return Response.ok(output, NDJSON).build();
  }

  private void write(
      UUID id, boolean hidden, Function<ItemFinished, Object> line, OutputStream content)
      throws IOException {
    int after = -1;
    while (true) {
      int from = after;
      List<ItemFinished> page =
          QuarkusTransaction.requiringNew().call(() -> evaluations.finishedItems(id, from, hidden));
      if (page.isEmpty()) {
        return;
      }
      for (ItemFinished item : page) {
        content.write((Json.write(line.apply(item)) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      after = page.getLast().ordinal();
    }
  }
}
