package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Json;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** Finished items, one a line, a page at a time from the database. */
@Path("/api/v1")
class RecordsResource {

  private static final String NDJSON = "application/x-ndjson";

  private final Evaluations evaluations;
  private final Summaries summaries;
  private final Caller caller;

  RecordsResource(Evaluations evaluations, Summaries summaries, Caller caller) {
    this.evaluations = evaluations;
    this.summaries = summaries;
    this.caller = caller;
  }

  /** In the reference code's layout. */
  @GET
  @Path("evaluations/{id}/records")
  @Produces(NDJSON)
  @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMIN})
  public Response records(UUID id) {
    EvaluationChanged evaluation = evaluation(id);
    if (!caller.reads(evaluation.owner())) {
      throw Problem.forbidden("Only a reviewer, an administrator or the owner may read records.");
    }
    return stream(id, item -> ReferenceRecord.of(item, evaluation));
  }

  /** As messages, for a read model that missed some. */
  @GET
  @Path("internal/evaluations/{id}/items")
  @Produces(NDJSON)
  @RolesAllowed(Roles.SERVICE)
  public Response items(UUID id) {
    EvaluationChanged evaluation = evaluation(id);
    return stream(evaluation.id(), item -> item);
  }

  private EvaluationChanged evaluation(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> summaries.of(evaluations.required(id)));
  }

  private Response stream(UUID id, Function<ItemFinished, Object> line) {
    StreamingOutput output = content -> write(id, line, content);
    return Response.ok(output, NDJSON).build();
  }

  private void write(UUID id, Function<ItemFinished, Object> line, OutputStream content)
      throws IOException {
    int after = -1;
    while (true) {
      int from = after;
      List<ItemFinished> page =
          QuarkusTransaction.requiringNew().call(() -> evaluations.finishedItems(id, from));
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
