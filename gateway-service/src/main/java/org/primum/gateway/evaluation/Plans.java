package org.primum.gateway.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;
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
  private final Session database;
  private final Caller caller;

  Plans(
      Models models,
      BenchmarkVersions versions,
      StoredContent content,
      Estimates estimates,
      Session database,
      Caller caller) {
    this.models = models;
    this.versions = versions;
    this.content = content;
    this.estimates = estimates;
    this.database = database;
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
    Model model = models.findById(request.modelId());
    if (model == null || !caller.speaksFor(model.owner())) {
      throw Problem.notFound("There is no such model among yours.");
    }
    if (model.imported()) {
      throw Problem.conflict(
          "This model was imported with a run and has no endpoint that can be asked. Submit the"
              + " model with its endpoint, and evaluate that.");
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
    List<String> suites =
        database
            .createQuery("select distinct suite from Task where evaluationId = ?1", String.class)
            .setParameter(1, evaluation.id)
            .getResultList();
    return estimates.of(evaluation.model, evaluation.version, suites, evaluation.comparableGroup);
  }
}
