package org.primum.gateway.benchmark.draft;

import java.util.List;
import java.util.Map;

/**
 * The settings of a draft as an administrator sends them, not checked yet.
 *
 * @param settings null for those of the published protocol
 * @param judges names of the judges, for suites that name none of their own
 * @param notes what changed since the version before
 * @param privateItems whether items are shown only to reviewers and owners
 */
record SettingsForm(Settings settings, List<String> judges, String notes, Boolean privateItems) {

  /** As {@link org.primum.protocol.benchmark.VersionSettings}. */
  record Settings(GenerationForm generation, Integer repeats, Map<String, JudgingForm> judging) {}

  /** As {@link org.primum.protocol.Generation}; what is left out is as published. */
  record GenerationForm(String systemPrompt, Double temperature, Double topP, Integer maxTokens) {}

  /** As {@link org.primum.protocol.judging.JudgingSettings}; what is left out is as published. */
  record JudgingForm(
      Integer votes,
      Double temperature,
      Integer maxTokens,
      Integer maxRequests,
      String rule,
      List<String> judges) {}
}
