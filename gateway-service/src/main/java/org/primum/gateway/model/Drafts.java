package org.primum.gateway.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.primum.gateway.account.Caller;
import org.primum.gateway.audit.AuditLog;
import org.primum.gateway.credential.Credentials;
import org.primum.gateway.problem.Problem;
import org.primum.modelclient.Secret;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Json;

/** Submissions that are not finished, each known to nobody but whoever began it. */
@ApplicationScoped
@Transactional
class Drafts {

  static final int MOST = 20;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Models models;
  private final ModelNames names;
  private final Credentials credentials;
  private final Caller caller;
  private final AuditLog audit;
  private final Clock clock;

  Drafts(
      Models models,
      ModelNames names,
      Credentials credentials,
      Caller caller,
      AuditLog audit,
      Clock clock) {
    this.models = models;
    this.names = names;
    this.credentials = credentials;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Where a draft's model is asked.
   *
   * @param sealed the key as it is kept, to be recognised by; null when there is none
   * @param key the same, opened; null when there is none
   */
  record Tested(Endpoint endpoint, String sealed, Secret key) {}

  /** Begins one; the base URL is checked already, and empty when there is none yet. */
  ModelView begin(ModelSubmission submission, String baseUrl) {
    if (models.drafts(caller.subject()) >= MOST) {
      throw Problem.conflict(
          "You have begun %d submissions already. Finish or delete some of them.".formatted(MOST));
    }
    Model model = new Model();
    model.id = UUID.randomUUID();
    model.owner = caller.subject();
    model.state = ModelState.DRAFT.label();
    model.createdAt = clock.instant();
    submission.into(model, baseUrl);
    names.refuseTaken(model.owner, model.name, model.id);
    models.persistAndFlush(model);
    keep(model, submission);
    return view(model);
  }

  /** Enters everything anew. The key that is kept stays unless another one or none is entered. */
  ModelView change(UUID id, ModelSubmission submission, String baseUrl) {
    Model model = required(id);
    String before = asked(model);
    String addressBefore = model.baseUrl;
    names.refuseTaken(model.owner, submission.name().strip(), id);
    submission.into(model, baseUrl);
    if (submission.apiKey() != null || !staysWith(addressBefore, baseUrl)) {
      credentials.forget(id);
      model.lastTest = null;
    }
    keep(model, submission);
    if (!before.equals(asked(model))) {
      model.lastTest = null;
    }
    return view(model);
  }

  /** Forgets it, and its key. */
  void delete(UUID id) {
    delete(required(id));
  }

  /**
   * What to test.
   *
   * @throws Problem when something is missing
   */
  Tested toTest(UUID id) {
    Model model = required(id);
    refuseIncomplete(model);
    return new Tested(
        model.endpoint(), credentials.sealed(id).orElse(null), credentials.open(id).orElse(null));
  }

  /** Keeps what a test found, unless the draft was changed meanwhile. */
  ModelView tested(UUID id, Tested tested, TestReport report) {
    Model model = required(id);
    boolean same =
        tested.endpoint().equals(model.endpoint())
            && Optional.ofNullable(tested.sealed()).equals(credentials.sealed(id));
    if (!same) {
      throw Problem.conflict("The draft was changed while it was tested. Test it again.");
    }
    model.lastTest = Json.write(report);
    return view(model);
  }

  /** Makes it a model that can be evaluated. */
  ModelView accept(UUID id) {
    Model model = required(id);
    refuseIncomplete(model);
    if (model.lastTest == null) {
      throw Problem.conflict(
          "The endpoint has not been tested as it is entered now. Test it, then submit the model.");
    }
    model.state = ModelState.ACCEPTED.label();
    model.createdAt = clock.instant();
    audit.add("submit-model", id.toString());
    return view(model);
  }

  /** Deletes those that nobody has finished for long, and the keys kept for them. */
  int deleteForgotten() {
    List<Model> forgotten = models.draftsBefore(clock.instant().minus(KEPT));
    forgotten.forEach(this::delete);
    return forgotten.size();
  }

  private void delete(Model model) {
    credentials.forget(model.id);
    models.delete(model);
  }

  private void keep(Model model, ModelSubmission submission) {
    if (submission.key() != null) {
      credentials.keep(model.id, submission.key());
    }
  }

  private Model required(UUID id) {
    return models
        .locked(id)
        .filter(model -> model.draft() && model.owner.equals(caller.subject()))
        .orElseThrow(() -> Problem.notFound("There is no such draft among yours."));
  }

  private ModelView view(Model model) {
    return model.view(credentials.sealed(model.id).isPresent());
  }

  private static void refuseIncomplete(Model model) {
    if (model.baseUrl.isEmpty() || model.modelName.isEmpty()) {
      throw Problem.conflict("The draft does not say yet where the model can be asked.");
    }
  }

  /** What a test depends on, but for the key. */
  private static String asked(Model model) {
    return String.join("\n", model.provider, model.baseUrl, model.modelName);
  }

  /**
   * A key goes to the host it was entered for and to no other, nor in the clear where it did not.
   */
  private static boolean staysWith(String before, String now) {
    if (before.isEmpty()) {
      return true;
    }
    if (now.isEmpty()) {
      return false;
    }
    URI one = URI.create(before);
    URI other = URI.create(now);
    boolean downgraded =
        "https".equalsIgnoreCase(one.getScheme()) && !"https".equalsIgnoreCase(other.getScheme());
    return one.getHost().equalsIgnoreCase(other.getHost()) && !downgraded;
  }
}
