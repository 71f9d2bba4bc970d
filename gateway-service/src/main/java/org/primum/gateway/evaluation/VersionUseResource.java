package org.primum.gateway.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.hibernate.Session;
import org.primum.gateway.account.Roles;
import org.primum.gateway.benchmark.BenchmarkVersions;

/** How much a benchmark version is used. */
@Path("/api/v1/benchmarks/{benchmark}/versions/{version}/use")
@RolesAllowed(Roles.ADMIN)
class VersionUseResource {

  private final BenchmarkVersions versions;
  private final Session database;

  VersionUseResource(BenchmarkVersions versions, Session database) {
    this.versions = versions;
    this.database = database;
  }

  /**
   * How much a version is used.
   *
   * @param evaluations registered on it, finished or not
   * @param running of these, not finished
   * @param models evaluated on it
   */
  record VersionUse(long evaluations, long running, long models) {}

  @GET
  @Transactional
  public VersionUse use(String benchmark, String version) {
    Tuple counts =
        database
            .createNativeQuery(
                """
                select count(*),
                  count(*) filter (where state in ('queued', 'running', 'judging')),
                  count(distinct model_id)
                from evaluation where version_id = ?1
                """,
                Tuple.class)
            .setParameter(1, versions.required(benchmark, version).id())
            .getSingleResult();
    return new VersionUse(
        counts.get(0, Number.class).longValue(),
        counts.get(1, Number.class).longValue(),
        counts.get(2, Number.class).longValue());
  }
}
