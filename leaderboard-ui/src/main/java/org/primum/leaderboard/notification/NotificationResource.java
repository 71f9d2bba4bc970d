package org.primum.leaderboard.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.primum.leaderboard.account.Roles;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.leaderboard.gateway.NotificationGateway;
import org.primum.leaderboard.gateway.NotificationSettings.AddedWebhook;
import org.primum.leaderboard.gateway.NotificationSettings.Code;
import org.primum.leaderboard.gateway.NotificationSettings.EmailChange;
import org.primum.leaderboard.gateway.NotificationSettings.NewWebhook;
import org.primum.leaderboard.gateway.NotificationSettings.Recipient;
import org.primum.leaderboard.gateway.NotificationSettings.Switch;
import org.primum.leaderboard.notification.NotificationPage.Form;

/** Where the visitor is told when an evaluation of theirs ends, and what arrived. */
@Path("/mine/notifications")
@RolesAllowed({Roles.SUBMITTER, Roles.ADMIN})
@Blocking
class NotificationResource {

  private static final String ADDRESS = "/mine/notifications";

  private final NotificationGateway gateway;

  NotificationResource(@RestClient NotificationGateway gateway) {
    this.gateway = gateway;
  }

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance notifications(NotificationPage page);
  }

  @GET
  public TemplateInstance notifications(
      @RestQuery @DefaultValue("1") int page, @RestQuery String done) {
    return Templates.notifications(NotificationPage.of(gateway, page, Done.words(done)));
  }

  /** Sets the e-mail address, and whether it is used. */
  @POST
  @Path("email")
  public Response email(@RestForm @DefaultValue("") String address, @RestForm String on) {
    AtomicReference<Recipient> set = new AtomicReference<>();
    FormProblems problems =
        FormProblems.of(
            () ->
                set.set(
                    gateway.email(
                        new EmailChange(address.isBlank() ? null : address, on != null))));
    if (problems.any()) {
      return refused(Form.EMAIL, address, problems);
    }
    return after(set.get().unconfirmed() ? Done.CODE_SENT : Done.SAVED);
  }

  /** Takes the code that shows that the address is the visitor's. */
  @POST
  @Path("email/confirm")
  public Response confirm(@RestForm @DefaultValue("") String code) {
    return after(
        Form.CODE, code, FormProblems.of(() -> gateway.confirm(new Code(code))), Done.CONFIRMED);
  }

  /** Adds a webhook. Its secret is on the page this answers with, and nowhere else. */
  @POST
  @Path("webhooks")
  public Response add(@RestForm @DefaultValue("") String webhook) {
    AtomicReference<AddedWebhook> added = new AtomicReference<>();
    FormProblems problems = FormProblems.of(() -> added.set(gateway.add(new NewWebhook(webhook))));
    if (problems.any()) {
      return refused(Form.WEBHOOK, webhook, problems);
    }
    CacheControl notKept = new CacheControl();
    notKept.setNoStore(true);
    return Response.ok(
            Templates.notifications(NotificationPage.of(gateway).withSecret(added.get().secret())))
        .cacheControl(notKept)
        .build();
  }

  /** Switches a webhook on or off. */
  @POST
  @Path("{id}/switch")
  public Response change(@RestPath UUID id, @RestForm @DefaultValue("false") boolean on) {
    return after(
        Form.OTHER,
        "",
        FormProblems.of(() -> gateway.change(id, new Switch(on))),
        on ? Done.SWITCHED_ON : Done.SWITCHED_OFF);
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@RestPath UUID id) {
    return after(Form.OTHER, "", FormProblems.of(() -> gateway.remove(id)), Done.REMOVED);
  }

  @POST
  @Path("{id}/test")
  public Response test(@RestPath UUID id) {
    return after(Form.OTHER, "", FormProblems.of(() -> gateway.test(id)), Done.TEST_SENT);
  }

  /** Has it sent once more. */
  @POST
  @Path("deliveries/{id}/again")
  public Response again(@RestPath UUID id) {
    return after(Form.OTHER, "", FormProblems.of(() -> gateway.again(id)), Done.SENT_AGAIN);
  }

  private Response after(Form form, String entered, FormProblems problems, Done done) {
    return problems.any() ? refused(form, entered, problems) : after(done);
  }

  private static Response after(Done done) {
    return Response.seeOther(URI.create(ADDRESS + "?done=" + done.label())).build();
  }

  private Response refused(Form form, String entered, FormProblems problems) {
    return Response.status(problems.status())
        .entity(
            Templates.notifications(NotificationPage.of(gateway).refused(form, entered, problems)))
        .build();
  }
}
