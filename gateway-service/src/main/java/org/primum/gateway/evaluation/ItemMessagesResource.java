package org.primum.gateway.evaluation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.primum.gateway.account.Roles;
import org.primum.protocol.Json;

/** Finished items as messages, for a read model that missed some. */
@Path("/api/v1/internal/evaluations/{id}/items")
class ItemMessagesResource {

  private final Evaluations evaluations;
  private final FinishedTasks tasks;

  ItemMessagesResource(Evaluations evaluations, FinishedTasks tasks) {
    this.evaluations = evaluations;
    this.tasks = tasks;
  }

  /** One a line, those of the version's private part too: the read model hides them. */
  @GET
  @Produces(FinishedTasks.NDJSON)
  @RolesAllowed(Roles.SERVICE)
  public Response messages(UUID id) {
    QuarkusTransaction.requiringNew().run(() -> evaluations.required(id));
    StreamingOutput output =
        content -> tasks.forEach(id, null, true, task -> content.write(line(task)));
    return Response.ok(output, FinishedTasks.NDJSON).build();
  }

  private static byte[] line(Task task) {
    return (Json.write(task.record()) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
