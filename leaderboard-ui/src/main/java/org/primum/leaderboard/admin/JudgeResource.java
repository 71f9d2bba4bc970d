package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.Judge;

/** The judges that versions can name. */
@Path("/admin/judges")
@RolesAllowed(Roles.ADMIN)
@Blocking
class JudgeResource {

  private final Gateway gateway;

  JudgeResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance judges(
        List<Judge> judges, JudgeForm form, String done, FormProblems problems);
  }

  @GET
  public TemplateInstance judges(@RestQuery String done) {
    return Templates.judges(
        gateway.judges(), JudgeForm.empty(), Done.words(done), FormProblems.NONE);
  }

  /** The form of a known judge. */
  @GET
  @Path("{name}")
  public TemplateInstance judge(@RestPath String name) {
    List<Judge> judges = gateway.judges();
    JudgeForm form =
        judges.stream()
            .filter(judge -> judge.name().equals(name))
            .findFirst()
            .map(JudgeForm::of)
            .orElseThrow(NotFoundException::new);
    return Templates.judges(judges, form, "", FormProblems.NONE);
  }

  @POST
  public Response put(@BeanParam JudgeForm form) {
    FormProblems problems =
        JudgeForm.blank(form.name()) ? FormProblems.of("name", "is needed") : FormProblems.NONE;
    if (!problems.any()) {
      try {
        gateway.put(form.name().strip(), form.settings());
        return Response.seeOther(URI.create("/admin/judges?done=" + Done.JUDGE_SAVED.label()))
            .build();
      } catch (NumberFormatException noNumber) {
        problems = FormProblems.of("maxConcurrency", "must be a whole number from 1 to 256");
      } catch (GatewayRefusal refusal) {
        problems = FormProblems.of(refusal);
      } catch (ProcessingException silence) {
        problems = FormProblems.of(silence);
      }
    }
    return Response.status(problems.status())
        .entity(Templates.judges(gateway.judges(), form, "", problems))
        .build();
  }
}
