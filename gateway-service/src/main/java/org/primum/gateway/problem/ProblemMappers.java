package org.primum.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of the API as a problem document; nothing of the inside shows. */
class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(Problem problem) {
    return problem.document().response();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException invalid) {
    List<Problem.FieldError> errors =
        invalid.getConstraintViolations().stream()
            .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
            .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
            .toList();
    String detail =
        errors.stream()
            .map(error -> error.field() + " " + error.message())
            .collect(Collectors.joining("; "));
    return ProblemDocument.of(Response.Status.BAD_REQUEST, detail, errors).response();
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException unreadable) {
    String where =
        unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
            ? " at \""
                + mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(name -> name != null)
                    .collect(Collectors.joining("."))
                + "\""
            : "";
    return ProblemDocument.of(
            Response.Status.BAD_REQUEST,
            "The body is not the JSON this call takes" + where + ". See /q/openapi.",
            List.of())
        .response();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response signedOut(SecurityException signedOut) {
    return Response.fromResponse(
            ProblemDocument.of(
                    Response.Status.UNAUTHORIZED,
                    "Sign in and send the access token as a bearer token.",
                    List.of())
                .response())
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response refused(ForbiddenException refused) {
    return ProblemDocument.of(
            Response.Status.FORBIDDEN, "Your role does not allow this.", List.of())
        .response();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException failure) {
    Response.StatusType status = failure.getResponse().getStatusInfo();
    if (status.getStatusCode() < 400) {
      return failure.getResponse();
    }
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    if (status.getStatusCode() >= 500) {
      LOG.error("request failed", failure);
    }
    String detail =
        switch (status.getStatusCode()) {
          case 404 -> "There is nothing at this address.";
          case 405 -> "This address does not take that method.";
          case 413 -> BodyLimit.DETAIL;
          case 415 -> "Send the content type this call takes; see /q/openapi.";
          default -> "The request was refused: " + status.getReasonPhrase() + ".";
        };
    return ProblemDocument.of(status, detail, List.of()).response();
  }

  /** Two of the same at once: the database took the first. */
  @ServerExceptionMapper
  Response taken(org.hibernate.exception.ConstraintViolationException taken) {
    LOG.warnf("a row was refused constraint=%s", taken.getConstraintName());
    return ProblemDocument.of(
            Response.Status.CONFLICT,
            "Somebody, or this request sent twice, was faster: what you send is there already.",
            List.of())
        .response();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure) {
    LOG.error("request failed", failure);
    return ProblemDocument.of(
            Response.Status.INTERNAL_SERVER_ERROR,
            "Something failed on our side. Nothing was changed; please try again.",
            List.of())
        .response();
  }

  private static String field(ConstraintViolation<?> violation) {
    String last = "";
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getName();
    }
    return last;
  }
}
