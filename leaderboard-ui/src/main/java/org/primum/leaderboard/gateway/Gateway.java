package org.primum.leaderboard.gateway;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.EvaluationChanged;

/** The gateway's API as the visitor may use it: every call carries the visitor's own token. */
@Path("/api/v1")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(VisitorToken.class)
@RegisterProvider(RefusalReader.class)
public interface Gateway {

  @POST
  @Path("models")
  Model submit(ModelSubmission submission);

  @GET
  @Path("models")
  List<Model> models();

  @GET
  @Path("models/{id}")
  Model model(@RestPath UUID id);

  @POST
  @Path("evaluations")
  StartedEvaluation start(EvaluationRequest request);

  @GET
  @Path("evaluations/{id}")
  EvaluationChanged evaluation(@RestPath UUID id);

  @POST
  @Path("evaluations/{id}/cancel")
  EvaluationChanged cancel(@RestPath UUID id);

  @GET
  @Path("benchmarks")
  List<BenchmarkChanged> benchmarks();

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}")
  BenchmarkChanged benchmark(@RestPath String benchmark, @RestPath String version);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/items")
  List<Item> items(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery String suite,
      @RestQuery int offset,
      @RestQuery int limit);

  @POST
  @Path("benchmarks/{benchmark}/versions")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  ImportReport upload(@RestPath String benchmark, ClientMultipartForm form);

  @POST
  @Path("benchmarks/{benchmark}/versions/{version}/publish")
  BenchmarkChanged publish(@RestPath String benchmark, @RestPath String version);

  @POST
  @Path("benchmarks/{benchmark}/versions/{version}/retire")
  BenchmarkChanged retire(@RestPath String benchmark, @RestPath String version);

  @GET
  @Path("judges")
  List<Judge> judges();

  @PUT
  @Path("judges/{name}")
  Judge put(@RestPath String name, JudgeSettings settings);

  @GET
  @Path("dead-letters")
  List<DeadLetter> deadLetters();
}
