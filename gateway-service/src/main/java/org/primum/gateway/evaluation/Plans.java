package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.primum.gateway.account.Caller;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.BenchmarkVersions;
import org.primum.gateway.benchmark.publication.StoredContent;
import org.primum.gateway.cost.Estimate;
import org.primum.gateway.cost.Estimates;
import org.primum.gateway.model.Model;
import org.primum.gateway.model.Models;
import org.primum.gateway.problem.Problem;

/** Finds out what a request for an evaluation means, and whether it may be run. */
@ApplicationScoped
class Plans {

  private final Models models;
  private final BenchmarkVersions versions;
  private final StoredContent content;
  private final Estimates estimates;
  private final Evaluations evaluations;
  private final Caller caller;

  Plans(
      Models models,
      BenchmarkVersions versions,
      StoredContent content,
      Estimates estimates,
      Evaluations evaluations,
      Caller caller) {
    this.models = models;
    this.versions = versions;
    this.content = content;
    this.estimates = estimates;
    this.evaluations = evaluations;
    this.caller = caller;
  }

  /**
   * What is to be run; the version is not retired within this transaction.
   *
   * @throws Problem when the caller may not run it, or it cannot be run
   */
  Plan of(EvaluationRequest request) {
    if (request == null) {
      throw Problem.badRequest("Send the evaluation as a JSON object with a modelId.");
    }
    // Nobody withdraws it between this look and the start.
    Model model = models.findById(request.modelId(), LockModeType.PESSIMISTIC_READ);
    if (model == null || !caller.speaksFor(model.owner())) {
      throw Problem.notFound("There is no such model among yours.");
    }
    if (model.imported()) {
      throw Problem.conflict(
          "This model was imported with a run and has no endpoint that can be asked. Submit the"
              + " model with its endpoint, and evaluate that.");
    }
    if (model.draft()) {
      throw Problem.conflict(
          "This model is a draft. Test its endpoint and submit it before it is evaluated.");
    }
    if (model.withdrawn()) {
      throw Problem.conflict("This model was withdrawn and is evaluated no more.");
    }
    BenchmarkVersion version = versions.forEvaluation(request.benchmark(), request.version());
    content.check(version);
    return new Plan(model, version, versions.chosen(version, request.suites()));
  }

  /** What running it will take. */
  Estimate estimate(Plan plan) {
    return estimates.of(plan.model(), plan.version(), plan.suites(), plan.group());
  }

  /** What an evaluation that is there already was going to take. */
  Estimate estimate(Evaluation evaluation) {
    return estimates.of(
        evaluation.model,
        evaluation.version,
        evaluations.suites(evaluation.id),
        evaluation.comparableGroup);
  }
}
