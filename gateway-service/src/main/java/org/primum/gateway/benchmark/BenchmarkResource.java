package org.primum.gateway.benchmark;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.gateway.account.Caller;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.benchmark.importing.BenchmarkImport;
import org.primum.gateway.judge.Judges;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suites;

/** Benchmark versions: import, look, publish, retire. */
@Path("/api/v1/benchmarks")
class BenchmarkResource {

  private static final int MOST_ITEMS_SHOWN = 500;

  private final BenchmarkVersions versions;
  private final Publication publication;
  private final Judges judges;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  BenchmarkResource(
      BenchmarkVersions versions,
      Publication publication,
      Judges judges,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.versions = versions;
    this.publication = publication;
    this.judges = judges;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What became of an upload.
   *
   * @param taken rows taken
   * @param refused rows refused
   * @param problems what is wrong with them
   */
  record ImportReport(int taken, int refused, List<BenchmarkImport.LineProblem> problems) {}

  /** All versions but those of imported runs, newest first; drafts only for administrators. */
  @GET
  @Transactional
  public List<BenchmarkChanged> all() {
    return versions.list("state <> 'imported' order by createdAt desc").stream()
        .filter(this::visible)
        .map(publication::view)
        .toList();
  }

  /** One version. */
  @GET
  @Path("{benchmark}/versions/{version}")
  @Transactional
  public BenchmarkChanged one(String benchmark, String version) {
    return publication.view(visibleVersion(benchmark, version));
  }

  /** The items of a version. */
  @GET
  @Path("{benchmark}/versions/{version}/items")
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public List<Item> items(
      String benchmark,
      String version,
      @RestQuery String suite,
      @RestQuery @DefaultValue("0") int offset,
      @RestQuery @DefaultValue("50") int limit) {
    return versions.items(
        visibleVersion(benchmark, version).id,
        suite == null || suite.isBlank() ? null : suite,
        Math.max(0, offset),
        Math.clamp(limit, 1, MOST_ITEMS_SHOWN));
  }

  /** Adds or replaces a suite of a draft; creates the draft when it is not there. */
  @POST
  @Path("{benchmark}/versions")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public Response upload(String benchmark, @BeanParam BenchmarkUpload upload) throws IOException {
    if (!benchmark.matches("[a-z0-9][a-z0-9._-]{0,99}")) {
      throw Problem.badRequest(
          "A benchmark's name has small letters, digits, dots, hyphens and underscores.");
    }
    String suite = upload.namedSuite();
    if (suite != null && Suites.find(suite).isEmpty()) {
      throw Problem.badRequest("There is no suite \"" + suite + "\".");
    }
    BenchmarkImport rows =
        BenchmarkImport.read(upload.checkedFile().uploadedFile(), upload.checkedFormat(), suite);
    if (rows.items().isEmpty() || (rows.refused() > 0 && !upload.skipRefused)) {
      throw refused(rows);
    }
    List<String> named = upload.judgeNames();
    List<String> unknown = named.stream().filter(name -> judges.count("name", name) == 0).toList();
    if (!unknown.isEmpty()) {
      throw Problem.unacceptable(
          "There is no judge %s. Add it first, or name another.".formatted(unknown));
    }
    BenchmarkVersion draft = draft(benchmark, upload.checkedVersion());
    if (!named.isEmpty()) {
      draft.judges = named;
    }
    if (upload.privateItems != null) {
      draft.privateItems = upload.privateItems;
    }
    versions.persistAndFlush(draft);
    versions.replaceSuites(draft.id, rows.items());
    audit.add("import", benchmark + " " + draft.version);
    return Response.status(Response.Status.CREATED)
        .entity(new ImportReport(rows.items().size(), rows.refused(), rows.problems()))
        .build();
  }

  @POST
  @Path("{benchmark}/versions/{version}/publish")
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public BenchmarkChanged publish(String benchmark, String version) {
    BenchmarkVersion draft = versions.change(benchmark, version);
    publication.publish(draft);
    audit.add("publish", benchmark + " " + version);
    return publication.view(draft);
  }

  @POST
  @Path("{benchmark}/versions/{version}/retire")
  @RolesAllowed(Roles.ADMIN)
  @Transactional
  public BenchmarkChanged retire(String benchmark, String version) {
    BenchmarkVersion published = versions.change(benchmark, version);
    publication.retire(published);
    audit.add("retire", benchmark + " " + version);
    return publication.view(published);
  }

  private BenchmarkVersion draft(String benchmark, String version) {
    // Locked at once: a draft read before it is locked may be published meanwhile.
    Optional<BenchmarkVersion> found = versions.locked(benchmark, version);
    if (found.isPresent()) {
      if (!BenchmarkVersion.DRAFT.equals(found.get().state)) {
        throw Problem.conflict(
            "Version %s of %s is %s and cannot be changed. Import under a new version."
                .formatted(version, benchmark, found.get().state));
      }
      return found.get();
    }
    BenchmarkVersion draft = new BenchmarkVersion();
    draft.id = UUID.randomUUID();
    draft.benchmark = benchmark;
    draft.version = version;
    draft.state = BenchmarkVersion.DRAFT;
    draft.judges = List.of();
    draft.createdAt = clock.instant();
    return draft;
  }

  private static Problem refused(BenchmarkImport rows) {
    String first =
        rows.problems().isEmpty()
            ? "The file holds no rows."
            : "Line %d: %s."
                .formatted(rows.problems().getFirst().line(), rows.problems().getFirst().message());
    return Problem.unacceptable(
        "Nothing was imported: %d of %d rows cannot be taken. %s"
            .formatted(rows.refused(), rows.refused() + rows.items().size(), first),
        rows.problems().stream()
            .map(line -> new Problem.FieldError("line " + line.line(), line.message()))
            .toList());
  }

  private BenchmarkVersion visibleVersion(String benchmark, String version) {
    return versions
        .find(benchmark, version)
        .filter(this::visible)
        .orElseThrow(
            () -> Problem.notFound("There is no version %s of %s.".formatted(version, benchmark)));
  }

  private boolean visible(BenchmarkVersion version) {
    return caller.administrates() || !BenchmarkVersion.DRAFT.equals(version.state);
  }
}
