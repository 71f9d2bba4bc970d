package org.primum.leaderboard.evaluation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Visitor;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.protocol.message.EvaluationChanged;

/** How far an evaluation is, as it changes. */
@Path("/evaluations/{id}/events")
@Blocking
class ProgressEventsResource {

  private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

  private final Evaluations evaluations;
  private final Gateway gateway;
  private final Visitor visitor;
  private final ProgressEvents events;

  ProgressEventsResource(
      Evaluations evaluations,
      @RestClient Gateway gateway,
      Visitor visitor,
      ProgressEvents events) {
    this.evaluations = evaluations;
    this.gateway = gateway;
    this.visitor = visitor;
    this.events = events;
  }

  /** The part of the page that a script puts in place. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(@RestPath UUID id, @Context Sse sse) {
    if (!events.hasPlace()) {
      throw new ServiceUnavailableException(ASK_AGAIN.toSeconds());
    }
    EvaluationChanged evaluation = evaluations.one(id).orElseGet(() -> gateway.evaluation(id));
    return RestMulti.fromMultiData(events.of(id, visitor.owns(evaluation), sse))
        .header("Cache-Control", "no-store")
        // Some proxies hold back what comes in small pieces unless they are told not to.
        .header("X-Accel-Buffering", "no")
        .build();
  }
}
