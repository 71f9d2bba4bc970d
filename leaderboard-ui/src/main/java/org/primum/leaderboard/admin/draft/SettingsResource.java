package org.primum.leaderboard.admin.draft;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;
import org.primum.leaderboard.gateway.Judge;
import org.primum.leaderboard.gateway.VersionSetup;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.message.BenchmarkChanged;

/** How the models are asked and the answers judged in a draft. */
@Path("/admin/benchmarks/{benchmark}/{version}/settings")
@RolesAllowed(Roles.ADMIN)
@Blocking
class SettingsResource {

  private final Gateway gateway;

  SettingsResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance settings(
        BenchmarkChanged version,
        List<SuiteFields> suites,
        List<String> judges,
        List<String> rules,
        SettingsForm form,
        FormProblems problems);
  }

  @GET
  public TemplateInstance form(@RestPath String benchmark, @RestPath String version) {
    VersionSetup setup = gateway.setup(benchmark, version);
    return page(
        gateway.benchmark(benchmark, version), setup, SettingsForm.of(setup), FormProblems.NONE);
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @RestPath String benchmark,
      @RestPath String version,
      MultivaluedMap<String, String> entered) {
    BenchmarkChanged found = gateway.benchmark(benchmark, version);
    VersionSetup before = gateway.setup(benchmark, version);
    SettingsForm form = new SettingsForm(entered);
    List<FieldError> errors = new ArrayList<>();
    VersionSetup setup = form.setup(before, found.items().keySet(), errors);
    FormProblems problems =
        errors.isEmpty()
            ? FormProblems.of(() -> gateway.setup(benchmark, version, setup))
            : FormProblems.of(errors);
    return problems.any()
        ? Response.status(problems.status()).entity(page(found, before, form, problems)).build()
        : new VersionAddress(benchmark, version).redirect(Done.SETTINGS_SAVED);
  }

  private TemplateInstance page(
      BenchmarkChanged version, VersionSetup before, SettingsForm form, FormProblems problems) {
    return Templates.settings(
        version,
        SuiteFields.of(version.items().keySet()),
        choices(before),
        Arrays.stream(PanelRule.values()).map(PanelRule::label).toList(),
        form,
        problems);
  }

  /** Known judges, and those the draft names though they are known no more. */
  private List<String> choices(VersionSetup before) {
    List<String> names = new ArrayList<>(gateway.judges().stream().map(Judge::name).toList());
    names.addAll(before.judges());
    before.settings().judging().values().forEach(judging -> names.addAll(judging.judges()));
    return names.stream().distinct().toList();
  }
}
