package org.primum.leaderboard.admin.importing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.admin.Done;
import org.primum.leaderboard.admin.VersionAddress;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.GatewayRefusal;
import org.primum.leaderboard.gateway.ImportPreview;
import org.primum.leaderboard.gateway.Judge;
import org.primum.leaderboard.gateway.TakenImport;
import org.primum.protocol.suite.Suite;
import org.primum.protocol.suite.Suites;

/** Importing a file into a draft: choosing it, looking at what it would do, taking it. */
@Path("/admin/imports")
@RolesAllowed(Roles.ADMIN)
@Blocking
class ImportResource {

  private final Gateway gateway;

  ImportResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance form(
        ImportForm form,
        ImportFormat[] formats,
        Collection<Suite> suites,
        List<String> judges,
        List<ImportForm.Field> columns,
        FormProblems problems);

    static native TemplateInstance preview(ImportPreview preview, ImportForm form);
  }

  /** The form, with what the address says already in it. */
  @GET
  public TemplateInstance form(@Context UriInfo address) {
    return page(ImportForm.of(address.getQueryParameters()), FormProblems.NONE);
  }

  /** What the file would do; nothing of it is in the draft yet. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response read(MultipartFormDataInput input) {
    ImportForm form = ImportForm.of(input);
    FormProblems problems = form.missing();
    if (!problems.any()) {
      try {
        ImportPreview preview = gateway.preview(form.value("benchmark"), form.multipart());
        return Response.ok(Templates.preview(preview, form)).build();
      } catch (GatewayRefusal refusal) {
        problems = FormProblems.of(refusal);
      } catch (ProcessingException silence) {
        problems = FormProblems.of(silence);
      }
    }
    return refused(form, problems);
  }

  /** Takes what was looked at. What cannot be taken any more leads back to the form. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@RestPath String id, MultipartFormDataInput input) {
    ImportForm form = ImportForm.of(input);
    boolean good = input.getValues().containsKey("takeGood");
    FormProblems problems =
        FormProblems.of(() -> gateway.take(form.value("benchmark"), id, new TakenImport(good)));
    return problems.any()
        ? refused(form, problems)
        : new VersionAddress(form.value("benchmark"), form.value("version"))
            .redirect(Done.IMPORTED);
  }

  private Response refused(ImportForm form, FormProblems problems) {
    return Response.status(problems.status()).entity(page(form, problems)).build();
  }

  private TemplateInstance page(ImportForm form, FormProblems problems) {
    return Templates.form(
        form,
        ImportFormat.values(),
        Suites.all(),
        gateway.judges().stream().map(Judge::name).toList(),
        ImportForm.columns(),
        problems);
  }
}
