package org.primum.gateway.benchmark.archive;

import java.util.UUID;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Require;
import org.primum.protocol.judging.JudgingProtocol;

/**
 * A judge in an archive: everything but its key, and the id under which one installation knows it.
 *
 * @param name as versions name it
 * @param family the model family, or null when unknown
 * @param revision the exact revision its provider serves, or null
 * @param replies how it is held to the reply format
 * @param provider the protocol its endpoint speaks
 * @param baseUrl where it is asked
 * @param modelName the name its endpoint knows it by
 * @param maxConcurrency most requests at once
 */
record ArchivedJudge(
    String name,
    String family,
    String revision,
    JudgingProtocol.Replies replies,
    String provider,
    String baseUrl,
    String modelName,
    int maxConcurrency) {

  /** No installation's. The hash of a judging protocol is the same whatever the id. */
  private static final UUID NO_ID = new UUID(0, 0);

  ArchivedJudge {
    Require.text(name, "the name of a judge");
    Require.text(provider, "the provider of judge " + name);
    Require.text(baseUrl, "the base URL of judge " + name);
    Require.text(modelName, "the model name of judge " + name);
    Require.that(maxConcurrency > 0, "judge " + name + " may not be asked at all");
  }

  static ArchivedJudge of(JudgingProtocol.Judge judge) {
    return new ArchivedJudge(
        judge.name(),
        judge.family(),
        judge.revision(),
        judge.replies(),
        judge.endpoint().provider(),
        judge.endpoint().baseUrl(),
        judge.endpoint().modelName(),
        judge.endpoint().maxConcurrency());
  }

  JudgingProtocol.Judge judge() {
    return new JudgingProtocol.Judge(
        name,
        family,
        revision,
        replies,
        new Endpoint(NO_ID, provider, baseUrl, modelName, maxConcurrency));
  }
}
