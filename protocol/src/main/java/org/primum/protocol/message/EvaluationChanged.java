package org.primum.protocol.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.primum.protocol.FailureKind;
import org.primum.protocol.Require;
import org.primum.protocol.scoring.SuiteMetrics;

/**
 * Gateway to read models, {@value #KEY}, and the API's evaluation object: how far an evaluation is
 * and what it found.
 *
 * @param id the evaluation
 * @param revision grows with every change; an older message never overwrites a newer
 * @param state where it is in its life
 * @param model the model, without its endpoint
 * @param owner the subject who submitted it; null where the public reads it
 * @param benchmark the benchmark's name
 * @param version the benchmark's version
 * @param privateItems whether items are shown only to reviewers and the owner
 * @param group the comparable group: a hash over all that can move a number
 * @param judges the judges' names
 * @param asked items in the evaluation
 * @param answered items the model has answered
 * @param scored items with a verdict
 * @param failed items that ended without one
 * @param failures how many failed by kind
 * @param createdAt when it was registered
 * @param startedAt when the first prompt was handed out, or null
 * @param finishedAt when it ended, or null
 * @param suites metrics by suite id, over public and private items together
 * @param origin {@value #IMPORTED} for a run of the reference code that was brought in, which is
 *     not ranked with our own; null for our own
 * @param repeats how often each item is asked; null for once
 * @param panel who judges, and who of them shares the model's family
 * @param publicSuites metrics over the public items alone; empty where the version has no private
 *     part
 * @param privateSuites metrics over the private items alone
 * @param progress how fast it goes and what holds it up; null when it has ended
 * @param cost what it has used so far; null from a gateway of old
 * @param answersReused whether answers of earlier evaluations of the model were taken where the
 *     request was the same; null for no
 * @param withdrawnAt when its owner withdrew it, after which it is listed and not ranked; null when
 *     it stands
 * @param withdrawnReason why, in the owner's words, {@value #LONGEST_REASON} characters at the
 *     most; null when it stands
 */
public record EvaluationChanged(
    UUID id,
    long revision,
    EvaluationState state,
    ModelCard model,
    String owner,
    String benchmark,
    String version,
    boolean privateItems,
    String group,
    List<String> judges,
    int asked,
    int answered,
    int scored,
    int failed,
    Map<FailureKind, Integer> failures,
    Instant createdAt,
    Instant startedAt,
    Instant finishedAt,
    Map<String, SuiteMetrics> suites,
    String origin,
    Integer repeats,
    List<PanelMember> panel,
    Map<String, SuiteMetrics> publicSuites,
    Map<String, SuiteMetrics> privateSuites,
    EvaluationProgress progress,
    EvaluationCost cost,
    Boolean answersReused,
    Instant withdrawnAt,
    String withdrawnReason) {

  /** Most characters of a reason to withdraw. */
  public static final int LONGEST_REASON = 500;

  /** Routing key. */
  public static final String KEY = "evaluation.v1";

  /** The origin of a run that was brought in. */
  public static final String IMPORTED = "imported";

  public EvaluationChanged {
    Require.present(id, "id");
    Require.present(state, "state");
    Require.present(model, "model");
    Require.text(benchmark, "benchmark");
    Require.text(version, "version");
    judges = judges == null ? List.of() : List.copyOf(judges);
    failures = failures == null ? Map.of() : failures;
    suites = suites == null ? Map.of() : suites;
    panel = panel == null ? List.of() : List.copyOf(panel);
    publicSuites = publicSuites == null ? Map.of() : publicSuites;
    privateSuites = privateSuites == null ? Map.of() : privateSuites;
    Require.that(
        (withdrawnAt == null) == (withdrawnReason == null), "a withdrawal has a date and a reason");
    Require.that(
        withdrawnReason == null || withdrawnReason.length() <= LONGEST_REASON,
        "withdrawnReason is too long");
  }

  /** One of which neither pace nor cost is known. */
  public EvaluationChanged(
      UUID id,
      long revision,
      EvaluationState state,
      ModelCard model,
      String owner,
      String benchmark,
      String version,
      boolean privateItems,
      String group,
      List<String> judges,
      int asked,
      int answered,
      int scored,
      int failed,
      Map<FailureKind, Integer> failures,
      Instant createdAt,
      Instant startedAt,
      Instant finishedAt,
      Map<String, SuiteMetrics> suites,
      String origin,
      Integer repeats,
      List<PanelMember> panel,
      Map<String, SuiteMetrics> publicSuites,
      Map<String, SuiteMetrics> privateSuites) {
    this(
        id,
        revision,
        state,
        model,
        owner,
        benchmark,
        version,
        privateItems,
        group,
        judges,
        asked,
        answered,
        scored,
        failed,
        failures,
        createdAt,
        startedAt,
        finishedAt,
        suites,
        origin,
        repeats,
        panel,
        publicSuites,
        privateSuites,
        null,
        null,
        null,
        null,
        null);
  }

  /** Whether it was brought in, and is not ranked with our own. */
  public boolean imported() {
    return IMPORTED.equals(origin);
  }

  /** Whether its owner withdrew it: it is listed by name and ranked with nothing. */
  public boolean withdrawn() {
    return withdrawnAt != null;
  }

  /** The same for people who need not know whose model it is. */
  public EvaluationChanged withoutOwner() {
    return with(revision, null, null, withdrawnAt, withdrawnReason);
  }

  /** The same after its owner withdrew it. */
  public EvaluationChanged withdrawn(long revision, Instant at, String reason) {
    return with(revision, owner, cost, at, reason);
  }

  private EvaluationChanged with(
      long revision,
      String owner,
      EvaluationCost cost,
      Instant withdrawnAt,
      String withdrawnReason) {
    return new EvaluationChanged(
        id,
        revision,
        state,
        model,
        owner,
        benchmark,
        version,
        privateItems,
        group,
        judges,
        asked,
        answered,
        scored,
        failed,
        failures,
        createdAt,
        startedAt,
        finishedAt,
        suites,
        origin,
        repeats,
        panel,
        publicSuites,
        privateSuites,
        progress,
        cost,
        answersReused,
        withdrawnAt,
        withdrawnReason);
  }

  /**
   * A judge of the panel.
   *
   * @param name the judge's name
   * @param family the model family, or null when unknown
   * @param sharesFamily whether the model under test is of the same family
   */
  public record PanelMember(String name, String family, boolean sharesFamily) {

    public PanelMember {
      Require.text(name, "name");
    }
  }

  /**
   * What the public sees of a model.
   *
   * @param id the model
   * @param name as its submitter named it
   * @param organization who stands behind it
   * @param provider the protocol its endpoint speaks
   * @param modelName the name its endpoint knows it by
   * @param description free text, or null
   * @param simulated whether it is one of the simulated models of a local stack
   * @param family the model family, or null when unknown
   * @param openWeights whether everybody may have its weights; null when not said
   * @param billionParameters how large it is, in billions of parameters; null when not said
   * @param medicalTuning whether it was trained further for medicine; null when not said
   */
  public record ModelCard(
      UUID id,
      String name,
      String organization,
      String provider,
      String modelName,
      String description,
      boolean simulated,
      String family,
      Boolean openWeights,
      Double billionParameters,
      Boolean medicalTuning) {

    public ModelCard {
      Require.present(id, "id");
      Require.text(name, "name");
      Require.text(organization, "organization");
    }

    /** One of which nothing was said but what had to be. */
    public ModelCard(
        UUID id,
        String name,
        String organization,
        String provider,
        String modelName,
        String description,
        boolean simulated,
        String family) {
      this(
          id,
          name,
          organization,
          provider,
          modelName,
          description,
          simulated,
          family,
          null,
          null,
          null);
    }
  }
}
