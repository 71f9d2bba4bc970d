package org.primum.gateway.judge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.primum.gateway.model.EndpointAddress;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Endpoint;
import org.primum.protocol.judging.JudgingProtocol;

/** Takes over judges that a version from elsewhere names, without a key. */
@ApplicationScoped
public class JudgeAdoption {

  private final Judges judges;
  private final EndpointAddress address;
  private final Validator validator;
  private final Clock clock;

  JudgeAdoption(Judges judges, EndpointAddress address, Validator validator, Clock clock) {
    this.judges = judges;
    this.address = address;
    this.validator = validator;
    this.clock = clock;
  }

  /**
   * Refuses a judge that an administrator could not add by hand either.
   *
   * @throws Problem with what is wrong with it
   */
  public void check(JudgingProtocol.Judge judge) {
    Judges.checkName(judge.name());
    Set<ConstraintViolation<JudgeResource.JudgeSettings>> wrong =
        validator.validate(
            new JudgeResource.JudgeSettings(
                judge.endpoint().provider(),
                judge.endpoint().baseUrl(),
                judge.endpoint().modelName(),
                null,
                judge.family(),
                judge.endpoint().maxConcurrency(),
                judge.revision(),
                judge.replies().label()));
    wrong.stream()
        .findFirst()
        .ifPresent(
            violation -> {
              throw Problem.unacceptable(
                  "Judge %s cannot be added: its %s %s."
                      .formatted(
                          judge.name(), violation.getPropertyPath(), violation.getMessage()));
            });
    address.checked(judge.endpoint().baseUrl());
  }

  /**
   * Adds the judge when there is none of its name.
   *
   * @throws Problem when there is one that judges in another way
   */
  public void adopt(JudgingProtocol.Judge judge) {
    judges
        .named(judge.name())
        .ifPresentOrElse(there -> refuseOther(there.frozen(), judge), () -> add(judge));
  }

  private void add(JudgingProtocol.Judge judge) {
    Judge added = Judge.named(judge.name());
    added.provider = judge.endpoint().provider();
    added.moveTo(judge.endpoint().baseUrl());
    added.modelName = judge.endpoint().modelName();
    added.family = judge.family();
    added.revision = judge.revision();
    added.replies = judge.replies().label();
    added.maxConcurrency = judge.endpoint().maxConcurrency();
    added.updatedAt = clock.instant();
    judges.persistAndFlush(added);
  }

  private static void refuseOther(JudgingProtocol.Judge there, JudgingProtocol.Judge wanted) {
    if (!comparable(there).equals(comparable(wanted))) {
      throw Problem.conflict(
          """
          There is a judge %s with other settings here. Give one of the two another name, so that \
          the version is judged as it was.\
          """
              .formatted(wanted.name()));
    }
  }

  /** Everything but the endpoint's id and how much it may be asked at once. */
  private static JudgingProtocol.Judge comparable(JudgingProtocol.Judge judge) {
    return new JudgingProtocol.Judge(
        judge.name(),
        judge.family(),
        judge.revision(),
        judge.replies(),
        new Endpoint(
            new UUID(0, 0),
            judge.endpoint().provider(),
            judge.endpoint().baseUrl(),
            judge.endpoint().modelName(),
            1));
  }
}
