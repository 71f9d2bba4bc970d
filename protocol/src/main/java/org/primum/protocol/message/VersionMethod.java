package org.primum.protocol.message;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.Generation;
import org.primum.protocol.Require;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;

/**
 * How a published version asks and judges, for everybody to read. Of the judges' endpoints it holds
 * no address.
 *
 * @param generation how models are asked
 * @param suites how the answers of each suite are judged, by suite id
 */
public record VersionMethod(Generation generation, SortedMap<String, OfSuite> suites) {

  public VersionMethod {
    Require.present(generation, "generation");
    suites = ordered(suites);
  }

  /**
   * What a version holds of a suite, and how it judges its answers.
   *
   * @param protocol the hash of the judging protocol
   * @param measure the measure's id
   * @param rules thresholds and ties in words, as they were when the version was published
   * @param rule how several judges become one verdict
   * @param maxRequests how often one vote is asked for until its reply can be read
   * @param questions what each judge is asked, with policy and rubric word for word
   * @param judges who judges
   * @param categories how many items each category holds, private ones too
   * @param splits how many items each split holds; empty in suites without splits
   */
  public record OfSuite(
      String protocol,
      String measure,
      String rules,
      PanelRule rule,
      int maxRequests,
      List<Question> questions,
      List<Judge> judges,
      SortedMap<String, Integer> categories,
      SortedMap<String, Integer> splits) {

    public OfSuite {
      Require.text(measure, "measure");
      Require.text(rules, "rules");
      questions = questions == null ? List.of() : List.copyOf(questions);
      judges = judges == null ? List.of() : List.copyOf(judges);
      categories = ordered(categories);
      splits = ordered(splits);
    }

    /** The public side of a judging protocol. */
    public static OfSuite of(
        JudgingProtocol protocol,
        SortedMap<String, Integer> categories,
        SortedMap<String, Integer> splits) {
      return new OfSuite(
          protocol.hash(),
          protocol.measure(),
          protocol.rules(),
          protocol.rule(),
          protocol.maxRequests(),
          protocol.questions(),
          protocol.judges().stream().map(Judge::of).toList(),
          categories,
          splits);
    }
  }

  /**
   * A judge model.
   *
   * @param name as versions name it
   * @param model the name its endpoint knows it by
   * @param family the model family, or null when unknown
   * @param revision the exact revision its provider serves, or null when that is not known
   */
  public record Judge(String name, String model, String family, String revision) {

    public Judge {
      Require.text(name, "name");
    }

    private static Judge of(JudgingProtocol.Judge judge) {
      return new Judge(
          judge.name(), judge.endpoint().modelName(), judge.family(), judge.revision());
    }
  }

  private static <T> SortedMap<String, T> ordered(SortedMap<String, T> map) {
    return map == null
        ? Collections.emptySortedMap()
        : Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
