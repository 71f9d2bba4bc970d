package org.primum.gateway.benchmark.publication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.benchmark.VersionName;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;

/** The steps of a version's life: looked through, published, retired. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}")
@RolesAllowed(Roles.ADMIN)
class PublicationResource {

  private final BenchmarkVersions versions;
  private final VersionItems items;
  private final DraftCheck check;
  private final Publication publication;
  private final AuditLog audit;

  PublicationResource(
      BenchmarkVersions versions,
      VersionItems items,
      DraftCheck check,
      Publication publication,
      AuditLog audit) {
    this.versions = versions;
    this.items = items;
    this.check = check;
    this.publication = publication;
    this.audit = audit;
  }

  /**
   * What was found in a version.
   *
   * @param publishable whether it is a draft that can be published as it is
   * @param findings what stops publishing first; none for what is published already
   */
  record VersionFindings(boolean publishable, List<VersionFinding> findings) {}

  /** What is to be said about a draft before it is published. */
  @GET
  @Path("findings")
  @Transactional
  public VersionFindings findings(String benchmark, String version) {
    BenchmarkVersion found = versions.required(benchmark, version);
    if (!found.isDraft()) {
      return new VersionFindings(false, List.of());
    }
    List<VersionFinding> findings = check.of(found, items.all(found.id()));
    return new VersionFindings(
        findings.stream().noneMatch(VersionFinding::stopsPublishing), findings);
  }

  /**
   * How to publish.
   *
   * @param notes what changed since the version before; left out, the draft keeps those it has
   */
  record Publishing(String notes) {

    /** Reads what was sent, which may be nothing. */
    static Publishing of(String body) {
      if (body == null || body.isBlank()) {
        return new Publishing(null);
      }
      Publishing sent;
      try {
        sent = Json.read(body, Publishing.class);
      } catch (IllegalArgumentException unreadable) {
        throw Problem.badRequest("Send nothing, or a JSON object with the \"notes\".");
      }
      if (sent.notes != null) {
        VersionName.checkNotes(sent.notes);
      }
      return sent;
    }
  }

  /** Freezes a draft; nothing need be sent with it. */
  @POST
  @Path("publish")
  @Consumes(MediaType.WILDCARD)
  @Transactional
  public BenchmarkChanged publish(String benchmark, String version, String body) {
    Publishing how = Publishing.of(body);
    BenchmarkVersion draft = versions.change(benchmark, version);
    if (draft.isDraft() && how.notes() != null && !how.notes().isBlank()) {
      draft.note(how.notes().strip());
    }
    publication.publish(draft);
    audit.add("publish", benchmark + " " + version);
    return versions.view(draft);
  }

  /** Has a published version take no more evaluations. */
  @POST
  @Path("retire")
  @Transactional
  public BenchmarkChanged retire(String benchmark, String version) {
    BenchmarkVersion published = versions.change(benchmark, version);
    publication.retire(published);
    audit.add("retire", benchmark + " " + version);
    return versions.view(published);
  }
}
