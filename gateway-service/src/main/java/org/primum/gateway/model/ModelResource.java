package org.primum.gateway.model;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.credential.Credentials;
import org.primum.gateway.problem.Problem;
import org.primum.modelclient.Secret;

/** Submitting a model, and one's own models. */
@Path("/api/v1/models")
class ModelResource {

  private final Models models;
  private final Credentials credentials;
  private final EndpointAddress address;
  private final Probe probe;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  ModelResource(
      Models models,
      Credentials credentials,
      EndpointAddress address,
      Probe probe,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.models = models;
    this.credentials = credentials;
    this.address = address;
    this.probe = probe;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Accepts a model after one probe request to its endpoint. */
  @POST
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @RunOnVirtualThread
  public Response submit(@Valid ModelSubmission submission) {
    if (submission == null) {
      throw Problem.badRequest("Send the model as a JSON object.");
    }
    Model model = modelOf(submission);
    Secret key =
        submission.apiKey() == null || submission.apiKey().isBlank()
            ? null
            : Secret.of(submission.apiKey().strip());
    refuseTakenName(model);
    probe.check(model.endpoint(), key);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              refuseTakenName(model);
              models.persist(model);
              if (key != null) {
                credentials.keep(model.id, key);
              }
              audit.add("submit-model", model.id.toString());
            });
    return Response.created(URI.create("/api/v1/models/" + model.id)).entity(model.view()).build();
  }

  /** The caller's models; all models for an administrator. */
  @GET
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public List<ModelView> mine() {
    List<Model> found = caller.administrates() ? models.listAll() : models.of(caller.subject());
    return found.stream().map(Model::view).toList();
  }

  /** One model of the caller's. */
  @GET
  @Path("{id}")
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public ModelView one(UUID id) {
    Model model = models.findById(id);
    if (model == null || !caller.speaksFor(model.owner)) {
      throw Problem.notFound("There is no such model among yours.");
    }
    return model.view();
  }

  private void refuseTakenName(Model model) {
    boolean taken =
        QuarkusTransaction.joiningExisting().call(() -> models.taken(model.owner, model.name));
    if (taken) {
      throw Problem.conflict(
          "You have a model named \"%s\" already. Choose another name.".formatted(model.name));
    }
  }

  private Model modelOf(ModelSubmission submission) {
    Model model = new Model();
    model.id = UUID.randomUUID();
    model.name = submission.name().strip();
    model.organization = submission.organization().strip();
    model.provider = submission.provider();
    model.baseUrl = address.checked(submission.baseUrl());
    model.modelName = submission.modelName().strip();
    model.maxConcurrency = submission.concurrency();
    model.description = submission.description();
    model.simulated = submission.simulated();
    model.family = submission.family();
    model.owner = caller.subject();
    model.createdAt = clock.instant();
    return model;
  }
}
