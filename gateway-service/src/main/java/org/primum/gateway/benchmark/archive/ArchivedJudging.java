package org.primum.gateway.benchmark.archive;

import java.util.List;
import org.primum.protocol.Require;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;

/**
 * How a suite is judged: its judging protocol, with the names of its judges.
 *
 * @param hash the protocol's hash
 * @param measure the measure's id
 * @param rules the measure's thresholds in words
 * @param questions what each judge is asked
 * @param rule how several judges become one verdict
 * @param judges names of judges of the panel
 * @param maxRequests how often one vote is asked for until it can be read
 */
record ArchivedJudging(
    String hash,
    String measure,
    String rules,
    List<Question> questions,
    PanelRule rule,
    List<String> judges,
    int maxRequests) {

  ArchivedJudging {
    Require.text(hash, "the hash of a judging protocol");
    questions = List.copyOf(Require.present(questions, "questions"));
    judges = List.copyOf(Require.present(judges, "judges"));
  }

  static ArchivedJudging of(JudgingProtocol protocol) {
    return new ArchivedJudging(
        protocol.hash(),
        protocol.measure(),
        protocol.rules(),
        protocol.questions(),
        protocol.rule(),
        protocol.judges().stream().map(JudgingProtocol.Judge::name).toList(),
        protocol.maxRequests());
  }

  /**
   * The protocol.
   *
   * @throws IllegalArgumentException when a judge is missing, or it is not the one of the hash
   */
  JudgingProtocol protocol(String suite, List<ArchivedJudge> panel) {
    JudgingProtocol protocol =
        new JudgingProtocol(
            suite,
            measure,
            rules,
            questions,
            rule,
            judges.stream().map(name -> named(name, panel)).toList(),
            maxRequests);
    Require.that(
        protocol.hash().equals(hash),
        "the judging of %s has another hash, or another release of Primum made it, which asks judges"
                .formatted(suite)
            + " in other words");
    return protocol;
  }

  private static JudgingProtocol.Judge named(String name, List<ArchivedJudge> panel) {
    return panel.stream()
        .filter(judge -> judge.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("judge " + name + " is missing"))
        .judge();
  }
}
