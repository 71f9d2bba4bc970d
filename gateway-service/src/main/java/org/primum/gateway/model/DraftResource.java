package org.primum.gateway.model;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.problem.Problem;

/** Submitting a model in steps: begin, enter, test as often as needed, accept. */
@Path("/api/v1/models/drafts")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@RunOnVirtualThread
class DraftResource {

  private final Drafts drafts;
  private final EndpointAddress address;
  private final TestAllowance allowance;
  private final Probe probe;
  private final Caller caller;

  DraftResource(
      Drafts drafts, EndpointAddress address, TestAllowance allowance, Probe probe, Caller caller) {
    this.drafts = drafts;
    this.address = address;
    this.allowance = allowance;
    this.probe = probe;
    this.caller = caller;
  }

  /** Begins one. */
  @POST
  public Response begin(@Valid ModelSubmission submission) {
    ModelView draft = drafts.begin(present(submission), checkedAddress(submission));
    return Response.created(URI.create("/api/v1/models/" + draft.id())).entity(draft).build();
  }

  /** Enters everything anew; a key that was kept stays where none is sent, at the same host. */
  @PUT
  @Path("{id}")
  public ModelView change(UUID id, @Valid ModelSubmission submission) {
    return drafts.change(id, present(submission), checkedAddress(submission));
  }

  /** Forgets it, and its key. */
  @DELETE
  @Path("{id}")
  public void delete(UUID id) {
    drafts.delete(id);
  }

  /** Asks the endpoint once, without holding anything meanwhile. */
  @POST
  @Path("{id}/test")
  public ModelView test(UUID id) {
    Drafts.Tested tested = drafts.toTest(id);
    allowance.take(caller.subject());
    // A host name may lead elsewhere than when it was entered.
    address.checked(tested.endpoint().baseUrl());
    TestReport report = probe.test(tested.endpoint(), tested.key());
    return drafts.tested(id, tested, report);
  }

  /** Makes it a model that can be evaluated, once a test has succeeded. */
  @POST
  @Path("{id}/accept")
  public ModelView accept(UUID id) {
    return drafts.accept(id);
  }

  private static ModelSubmission present(ModelSubmission submission) {
    if (submission == null) {
      throw Problem.badRequest("Send the model as a JSON object.");
    }
    return submission;
  }

  private String checkedAddress(ModelSubmission submission) {
    String entered = submission.baseUrl();
    return entered == null || entered.isBlank() ? "" : address.checked(entered);
  }
}
