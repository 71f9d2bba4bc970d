package org.primum.gateway.model;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.groups.ConvertGroup;
import jakarta.validation.groups.Default;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
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
  private final ModelNames names;
  private final Credentials credentials;
  private final EndpointAddress address;
  private final Probe probe;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  ModelResource(
      Models models,
      ModelNames names,
      Credentials credentials,
      EndpointAddress address,
      Probe probe,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.models = models;
    this.names = names;
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
  public Response submit(
      @Valid @ConvertGroup(from = Default.class, to = ModelSubmission.Whole.class)
          ModelSubmission submission) {
    if (submission == null) {
      throw Problem.badRequest("Send the model as a JSON object.");
    }
    Model model = new Model();
    model.id = UUID.randomUUID();
    model.owner = caller.subject();
    model.createdAt = clock.instant();
    submission.into(model, address.checked(submission.baseUrl()));
    Secret key = submission.key();
    QuarkusTransaction.requiringNew().run(() -> refuseTakenName(model));
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
    return Response.created(URI.create("/api/v1/models/" + model.id))
        .entity(model.view(key != null))
        .build();
  }

  /** The caller's models and drafts; all models for an administrator. */
  @GET
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public List<ModelView> mine() {
    List<Model> found =
        caller.administrates() ? models.knownTo(caller.subject()) : models.of(caller.subject());
    Set<UUID> keys = credentials.kept(found.stream().map(Model::id).toList());
    return found.stream().map(model -> model.view(keys.contains(model.id))).toList();
  }

  /** One model of the caller's. */
  @GET
  @Path("{id}")
  @RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
  @Transactional
  public ModelView one(UUID id) {
    Model model = models.findById(id);
    if (model == null || !knows(model)) {
      throw Problem.notFound("There is no such model among yours.");
    }
    return model.view(credentials.sealed(id).isPresent());
  }

  private void refuseTakenName(Model model) {
    names.refuseTaken(model.owner, model.name, model.id);
  }

  private boolean knows(Model model) {
    return model.draft() ? model.owner.equals(caller.subject()) : caller.speaksFor(model.owner);
  }
}
