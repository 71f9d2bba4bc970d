package org.primum.gateway.benchmark.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.judge.Judges;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.message.BenchmarkChanged;

/** A draft as a whole: its settings, its private part, copies of it, and its end. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}")
@RolesAllowed(Roles.ADMIN)
class DraftResource {

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final Judges judges;
  private final AuditLog audit;

  DraftResource(BenchmarkVersions versions, VersionItems items, Judges judges, AuditLog audit) {
    this.versions = versions;
    this.items = items;
    this.judges = judges;
    this.audit = audit;
  }

  /**
   * How a version is set up.
   *
   * @param settings how models are asked and their answers judged
   * @param judges names of the judges, for suites that name none of their own
   * @param notes what changed since the version before, or null
   * @param privateItems whether items are shown only to reviewers and owners
   */
  record SettingsView(
      VersionSettings settings, List<String> judges, String notes, boolean privateItems) {

    static SettingsView of(BenchmarkVersion version) {
      return new SettingsView(
          version.settings(), version.judges(), version.notes(), version.privateItems());
    }
  }

  /**
   * How much of the version is to be private.
   *
   * @param share 0 to 0.5; 0 makes every item public
   */
  record PrivateShare(Double share) {}

  /**
   * The draft to make.
   *
   * @param version its version number
   */
  record NewDraft(String version) {}

  /** How a version is set up. */
  @GET
  @Path("settings")
  @Transactional
  public SettingsView settings(String benchmark, String version) {
    return SettingsView.of(versions.required(benchmark, version));
  }

  /** Sets a draft up; what is left out is as in the published protocol. */
  @PUT
  @Path("settings")
  @Transactional
  public SettingsView setUp(String benchmark, String version, SettingsForm form) {
    if (form == null) {
      throw Problem.badRequest("Send the settings as a JSON object.");
    }
    BenchmarkVersion draft = versions.changeDraft(benchmark, version);
    SettingsCheck check = new SettingsCheck(judges::missing);
    VersionSettings settings = check.settings(form.settings());
    List<String> named = check.judges("judges", form.judges());
    String notes = check.notes(form.notes());
    if (!check.errors().isEmpty()) {
      Problem.FieldError first = check.errors().getFirst();
      throw Problem.unacceptable(
          "The settings were not taken: %s %s.".formatted(first.field(), first.message()),
          check.errors());
    }
    draft.setUp(settings);
    draft.judgedBy(named);
    draft.note(notes);
    draft.keepPrivate(form.privateItems() != null && form.privateItems());
    audit.add("set-up-draft", benchmark + " " + version);
    return SettingsView.of(draft);
  }

  /** Marks a share of the items private, spread evenly, and all others public. */
  @POST
  @Path("private-part")
  @Transactional
  public BenchmarkChanged privatePart(String benchmark, String version, PrivateShare chosen) {
    if (chosen == null
        || chosen.share() == null
        || !(chosen.share() >= 0 && chosen.share() <= PrivatePart.MOST)) {
      throw Problem.unacceptable(
          "The private part may be 0 to half of the items: send a \"share\" of 0 to 0.5.",
          List.of(new Problem.FieldError("share", "must be 0 to 0.5")));
    }
    BenchmarkVersion draft = versions.changeDraft(benchmark, version);
    items.hide(draft.id(), PrivatePart.of(draft.id(), items.all(draft.id()), chosen.share()));
    audit.add("choose-private-part", benchmark + " " + version + " " + chosen.share());
    return versions.view(draft);
  }

  /** Copies items, settings and judges into a new draft. */
  @POST
  @Path("drafts")
  @Transactional
  public Response copy(String benchmark, String version, NewDraft named) {
    if (named == null) {
      throw Problem.badRequest("Send the new draft as a JSON object with its \"version\".");
    }
    BenchmarkVersion source = versions.required(benchmark, version);
    BenchmarkVersion draft = versions.newDraft(benchmark, named.version());
    draft.setUp(source.settings());
    draft.judgedBy(source.judges());
    draft.keepPrivate(source.privateItems());
    items.copy(source.id(), draft.id());
    audit.add("copy-draft", "%s %s to %s".formatted(benchmark, version, named.version()));
    return Response.created(
            URI.create("/api/v1/benchmarks/%s/versions/%s".formatted(benchmark, named.version())))
        .entity(versions.view(draft))
        .build();
  }

  /** Deletes a draft with its items. */
  @DELETE
  @Transactional
  public void delete(String benchmark, String version) {
    versions.delete(versions.changeDraft(benchmark, version));
    audit.add("delete-draft", benchmark + " " + version);
  }
}
