package org.primum.leaderboard.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.Discarding;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.OpenedLetter;

/** Messages nobody could handle: to look into, to send again, to discard. */
@Path("/admin/dead-letters")
@RolesAllowed(Roles.ADMIN)
@Blocking
class DeadLetterResource {

  private final Gateway gateway;

  DeadLetterResource(@RestClient Gateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance letters(LetterPage page, String done);

    static native TemplateInstance letter(
        OpenedLetter letter, String reason, FormProblems problems);
  }

  @GET
  public TemplateInstance letters(
      @RestQuery @DefaultValue("open") String state,
      @RestQuery @DefaultValue("1") int page,
      @RestQuery String done) {
    return Templates.letters(LetterPage.of(gateway, state, page), Done.words(done));
  }

  @GET
  @Path("{id}")
  public TemplateInstance letter(@RestPath long id) {
    return Templates.letter(gateway.deadLetter(id), "", FormProblems.NONE);
  }

  @POST
  @Path("{id}/retry")
  public Response retry(@RestPath long id, @RestForm @DefaultValue("false") boolean alike) {
    return after(
        id,
        "",
        FormProblems.of(() -> gateway.retry(id, alike)),
        alike ? Done.LETTERS_RETRIED : Done.LETTER_RETRIED);
  }

  @POST
  @Path("{id}/discard")
  public Response discard(
      @RestPath long id,
      @RestForm @DefaultValue("") String reason,
      @RestForm @DefaultValue("false") boolean alike) {
    FormProblems problems =
        Entered.blank(reason)
            ? FormProblems.of("reason", "is needed")
            : FormProblems.of(() -> gateway.discard(id, alike, new Discarding(reason)));
    return after(id, reason, problems, alike ? Done.LETTERS_DISCARDED : Done.LETTER_DISCARDED);
  }

  private Response after(long id, String reason, FormProblems problems, Done done) {
    return problems.any()
        ? Response.status(problems.status())
            .entity(Templates.letter(gateway.deadLetter(id), reason, problems))
            .build()
        : Response.seeOther(URI.create("/admin/dead-letters?done=" + done.label())).build();
  }
}
