package org.primum.localstack.simulated;

import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.judging.JudgePrompt;
import org.primum.protocol.suite.Suites;

/** Messages of groundedness, as the services write them. */
final class Fenced {

  private Fenced() {}

  /** What a model under test reads. */
  static String question(String document, String request) {
    Item item = new Item("1", "groundedness", "test", null, request, document, null, null);
    return Suites.of("groundedness").request(item, Generation.PUBLISHED).user();
  }

  /** What a judge reads. */
  static String answer(String document, String request, String answer) {
    return JudgePrompt.of(request, document, answer);
  }
}
