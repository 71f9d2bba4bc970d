package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.ImportReport;
import org.primum.leaderboard.gateway.Judge;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** All benchmark versions, and importing one. */
@Path("/admin/benchmarks")
@RolesAllowed(Roles.ADMIN)
@Blocking
class BenchmarkListResource {

  private final Gateway gateway;

  BenchmarkListResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance benchmarks(
        List<BenchmarkChanged> versions,
        List<String> judges,
        Collection<Suite> suites,
        ImportForm form,
        FormProblems problems);

    static native TemplateInstance imported(String benchmark, String version, ImportReport report);
  }

  @GET
  public TemplateInstance benchmarks() {
    return page(ImportForm.empty(), FormProblems.NONE);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(@BeanParam ImportForm form) {
    FormProblems problems = missing(form);
    if (!problems.any()) {
      try {
        ImportReport report = gateway.upload(form.benchmark().strip(), form.multipart());
        return Response.ok(
                Templates.imported(form.benchmark().strip(), form.version().strip(), report))
            .build();
      } catch (GatewayRefusal refusal) {
        problems = FormProblems.of(refusal);
      } catch (ProcessingException silence) {
        problems = FormProblems.of(silence);
      }
    }
    return Response.status(problems.status()).entity(page(form, problems)).build();
  }

  /** What the gateway's address or its multipart form could not be made without. */
  private static FormProblems missing(ImportForm form) {
    if (form.benchmark() == null || form.benchmark().isBlank()) {
      return FormProblems.of("benchmark", "is needed");
    }
    if (form.version() == null || form.version().isBlank()) {
      return FormProblems.of("version", "is needed");
    }
    return form.hasFile() ? FormProblems.NONE : FormProblems.of("file", "choose a file");
  }

  private TemplateInstance page(ImportForm form, FormProblems problems) {
    return Templates.benchmarks(
        gateway.benchmarks(),
        gateway.judges().stream().map(Judge::name).toList(),
        Suites.all(),
        form,
        problems);
  }
}
