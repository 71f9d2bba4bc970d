package org.primum.leaderboard.error;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.primum.leaderboard.gateway.GatewayRefusal;

/** Every error as a page that says what to do; nothing of the inside shows. */
class ErrorPages {

  private static final Logger LOG = Logger.getLogger(ErrorPages.class);

  private static final int UNAVAILABLE = 503;

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance error(ErrorText text);
  }

  @ServerExceptionMapper
  Response missing(NotFoundException missing) {
    return page(404);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException forbidden) {
    return page(403);
  }

  /** The way back from the identity provider failed. */
  @ServerExceptionMapper
  Response notSignedIn(AuthenticationCompletionException failed) {
    return page(401);
  }

  @ServerExceptionMapper
  Response refused(GatewayRefusal refusal) {
    ErrorText usual = ErrorText.of(refusal.status());
    boolean explained = refusal.status() < 500 && refusal.status() != 401;
    return page(
        explained
            ? new ErrorText(usual.status(), usual.title(), refusal.getMessage(), usual.signIn())
            : usual);
  }

  @ServerExceptionMapper
  Response silent(ProcessingException silence) {
    LOG.warnf("the gateway does not answer reason=\"%s\"", silence.getMessage());
    return page(UNAVAILABLE);
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    return status < 400 ? failure.getResponse() : page(status);
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    LOG.error("page failed", failure);
    return page(500);
  }

  /** A refusal from a filter, such as a form without its token, comes without a body. */
  @ServerResponseFilter
  void fill(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      response.setEntity(html(ErrorText.of(response.getStatus())), null, MediaType.TEXT_HTML_TYPE);
    }
  }

  private static Response page(int status) {
    return page(ErrorText.of(status));
  }

  private static Response page(ErrorText text) {
    return Response.status(text.status()).type(MediaType.TEXT_HTML_TYPE).entity(html(text)).build();
  }

  static String html(ErrorText text) {
    return Templates.error(text).render();
  }
}
