package org.primum.gateway.judge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.primum.gateway.account.Roles;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.credential.Credentials;
import org.primum.gateway.model.EndpointAddress;
import org.primum.gateway.problem.Problem;
import org.primum.modelclient.Providers;
import org.primum.modelclient.Secret;

/** Adding and changing judges. Versions published before keep the judge as it was then. */
@Path("/api/v1/judges")
@RolesAllowed(Roles.ADMIN)
class JudgeResource {

  private static final int USUAL_CONCURRENCY = 16;

  private final Judges judges;
  private final Credentials credentials;
  private final EndpointAddress address;
  private final AuditLog audit;
  private final Clock clock;

  JudgeResource(
      Judges judges,
      Credentials credentials,
      EndpointAddress address,
      AuditLog audit,
      Clock clock) {
    this.judges = judges;
    this.credentials = credentials;
    this.address = address;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What an administrator sends.
   *
   * @param provider {@code openai} for any compatible server, {@code azure-openai}, {@code
   *     anthropic} or {@code ollama}
   * @param baseUrl without the operation's path
   * @param modelName the name the endpoint knows the model by
   * @param apiKey sealed at once; null keeps the one that is there, unless the address changes
   * @param family the model family, or null
   * @param maxConcurrency most requests at once, 1 to 256
   * @param revision the exact revision its provider serves, or null
   * @param replies how it is held to the reply format: {@code text}, which null means, {@code
   *     json-object} or {@code json-schema}
   */
  record JudgeSettings(
      @NotBlank(message = "is needed")
          @Pattern(regexp = Providers.PATTERN, message = Providers.MESSAGE)
          String provider,
      @NotBlank(message = "is needed") String baseUrl,
      @NotBlank(message = "is needed")
          @Pattern(regexp = "\\P{Cntrl}*", message = "may hold no control characters")
          String modelName,
      @Size(max = 4096, message = "may have 4096 characters at the most") String apiKey,
      @Pattern(regexp = "\\P{Cntrl}*", message = "may hold no control characters") String family,
      @Min(value = 1, message = "must be 1 to 256") @Max(value = 256, message = "must be 1 to 256")
          Integer maxConcurrency,
      @Size(max = 200, message = "may have 200 characters at the most")
          @Pattern(regexp = "\\P{Cntrl}*", message = "may hold no control characters")
          String revision,
      @Pattern(
              regexp = "text|json-object|json-schema",
              message = "must be text, json-object or json-schema")
          String replies) {

    @Override
    public String toString() {
      return "JudgeSettings[modelName=" + modelName + "]";
    }
  }

  @GET
  @Transactional
  public List<JudgeView> all() {
    return judges.list("order by name").stream().map(Judge::view).toList();
  }

  @PUT
  @Path("{name}")
  @Transactional
  public JudgeView put(String name, @Valid JudgeSettings settings) {
    if (settings == null) {
      throw Problem.badRequest("Send the judge as a JSON object.");
    }
    Judges.checkName(name);
    Judge judge = judges.named(name).orElseGet(() -> Judge.named(name));
    judge.provider = settings.provider();
    judge.moveTo(address.checked(settings.baseUrl()));
    judge.modelName = settings.modelName().strip();
    judge.family = settings.family();
    judge.revision =
        settings.revision() == null || settings.revision().isBlank()
            ? null
            : settings.revision().strip();
    judge.replies = settings.replies() == null ? "text" : settings.replies();
    judge.maxConcurrency =
        settings.maxConcurrency() == null ? USUAL_CONCURRENCY : settings.maxConcurrency();
    judge.updatedAt = clock.instant();
    judges.persist(judge);
    if (settings.apiKey() != null && !settings.apiKey().isBlank()) {
      credentials.keep(judge.endpointId, Secret.of(settings.apiKey().strip()));
    }
    audit.add("put-judge", name);
    return judge.view();
  }
}
