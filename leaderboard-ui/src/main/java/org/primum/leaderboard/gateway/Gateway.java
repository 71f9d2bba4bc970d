package org.primum.leaderboard.gateway;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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
public interface Gateway {

  /** Off the event loop: what comes in place of a download has to be waited for. */
  @ClientExceptionMapper
  @Blocking
  static GatewayRefusal refusal(Response response) {
    return RefusalReader.refusal(response);
  }

  @POST
  @Path("models/drafts")
  Model beginDraft(ModelSubmission submission);

  @PUT
  @Path("models/drafts/{id}")
  Model changeDraft(@RestPath UUID id, ModelSubmission submission);

  @DELETE
  @Path("models/drafts/{id}")
  void deleteDraft(@RestPath UUID id);

  @POST
  @Path("models/drafts/{id}/test")
  Model testDraft(@RestPath UUID id);

  @POST
  @Path("models/drafts/{id}/accept")
  Model acceptDraft(@RestPath UUID id);

  @POST
  @Path("models/{id}/withdraw")
  Model withdrawModel(@RestPath UUID id, Withdrawal withdrawal);

  @GET
  @Path("models")
  List<Model> models();

  @GET
  @Path("models/{id}")
  Model model(@RestPath UUID id);

  @POST
  @Path("evaluations")
  StartedEvaluation start(EvaluationRequest request);

  @POST
  @Path("evaluations/estimate")
  EvaluationEstimate estimate(EvaluationRequest request);

  @GET
  @Path("evaluations/{id}/request")
  EvaluationRequest requestOf(@RestPath UUID id);

  @POST
  @Path("evaluations/{id}/withdraw")
  EvaluationChanged withdraw(@RestPath UUID id, Withdrawal withdrawal);

  @POST
  @Path("evaluations/{id}/limit")
  EvaluationChanged limit(@RestPath UUID id, CostLimit limit);

  @POST
  @Path("evaluations/{id}/conclude")
  EvaluationChanged conclude(@RestPath UUID id);

  @GET
  @Path("evaluations/{id}")
  EvaluationChanged evaluation(@RestPath UUID id);

  @POST
  @Path("evaluations/{id}/cancel")
  EvaluationChanged cancel(@RestPath UUID id);

  @POST
  @Path("evaluations/imports")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  StartedEvaluation importRun(ClientMultipartForm form);

  @GET
  @Path("benchmarks")
  List<BenchmarkChanged> benchmarks();

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}")
  BenchmarkChanged benchmark(@RestPath String benchmark, @RestPath String version);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/use")
  VersionUse use(@RestPath String benchmark, @RestPath String version);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/findings")
  VersionFindings findings(@RestPath String benchmark, @RestPath String version);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/settings")
  VersionSetup setup(@RestPath String benchmark, @RestPath String version);

  @PUT
  @Path("benchmarks/{benchmark}/versions/{version}/settings")
  VersionSetup setup(@RestPath String benchmark, @RestPath String version, VersionSetup setup);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/items")
  List<Item> items(
      @RestPath String benchmark,
      @RestPath String version,
      @RestQuery String suite,
      @RestQuery String search,
      @RestQuery int offset,
      @RestQuery int limit);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/items/{suite}/{id}")
  Item item(
      @RestPath String benchmark,
      @RestPath String version,
      @RestPath String suite,
      @RestPath String id);

  @PUT
  @Path("benchmarks/{benchmark}/versions/{version}/items/{suite}/{id}")
  Item put(
      @RestPath String benchmark,
      @RestPath String version,
      @RestPath String suite,
      @RestPath String id,
      ItemContent content);

  @DELETE
  @Path("benchmarks/{benchmark}/versions/{version}/items/{suite}/{id}")
  void deleteItem(
      @RestPath String benchmark,
      @RestPath String version,
      @RestPath String suite,
      @RestPath String id);

  @DELETE
  @Path("benchmarks/{benchmark}/versions/{version}/suites/{suite}")
  void deleteSuite(@RestPath String benchmark, @RestPath String version, @RestPath String suite);

  @DELETE
  @Path("benchmarks/{benchmark}/versions/{version}")
  void deleteDraft(@RestPath String benchmark, @RestPath String version);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/items/{suite}/{id}/preview")
  ItemPreview preview(
      @RestPath String benchmark,
      @RestPath String version,
      @RestPath String suite,
      @RestPath String id);

  @POST
  @Path("benchmarks/{benchmark}/versions/{version}/private-part")
  BenchmarkChanged privatePart(
      @RestPath String benchmark, @RestPath String version, PrivateShare share);

  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/comparison")
  VersionComparison comparison(
      @RestPath String benchmark, @RestPath String version, @RestQuery String with);

  @POST
  @Path("benchmarks/{benchmark}/versions/{version}/drafts")
  BenchmarkChanged draft(@RestPath String benchmark, @RestPath String version, DraftName name);

  /** A zip, read as it comes; the caller closes it. */
  @GET
  @Path("benchmarks/{benchmark}/versions/{version}/archive")
  @Produces("application/zip")
  InputStream archive(@RestPath String benchmark, @RestPath String version);

  @POST
  @Path("benchmarks/archives")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  BenchmarkChanged importArchive(ClientMultipartForm form);

  @POST
  @Path("benchmarks/{benchmark}/imports")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  ImportPreview preview(@RestPath String benchmark, ClientMultipartForm form);

  @POST
  @Path("benchmarks/{benchmark}/imports/{id}")
  ImportReport take(@RestPath String benchmark, @RestPath String id, TakenImport taken);

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
  List<DeadLetter> deadLetters(
      @RestQuery String state, @RestQuery int offset, @RestQuery int limit);

  @GET
  @Path("dead-letters/{id}")
  OpenedLetter deadLetter(@RestPath long id);

  @POST
  @Path("dead-letters/{id}/retry")
  void retry(@RestPath long id, @RestQuery boolean alike);

  @POST
  @Path("dead-letters/{id}/discard")
  void discard(@RestPath long id, @RestQuery boolean alike, Discarding discarding);
}
