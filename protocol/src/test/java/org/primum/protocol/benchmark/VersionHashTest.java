package org.primum.protocol.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.Json;
import org.primum.protocol.Perspective;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.judging.Reading;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.scoring.SuiteMetrics;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suite;

/** What a version does not store because its suite's code says it is in its hash all the same. */
class VersionHashTest {

  private static final Coded RELEASED = new Coded("Answer: ", "More than half.", "{}");

  @Test
  void isTheSameWhileTheCodeSaysTheSame() {
    String hash = hash(new Coded("Answer: ", "More than half.", "{}"));

    assertThat(hash).isEqualTo(hash(RELEASED));
  }

  @Test
  void isAnotherWhenItemsArePutToTheModelInOtherWords() {
    String hash = hash(new Coded("Please answer: ", "More than half.", "{}"));

    assertThat(hash).isNotEqualTo(hash(RELEASED));
  }

  @Test
  void isAnotherWhenVotesAreDecidedByOtherRules() {
    String hash = hash(new Coded("Answer: ", "Two thirds.", "{}"));

    assertThat(hash).isNotEqualTo(hash(RELEASED));
  }

  @Test
  void isAnotherWhenJudgesAreHeldToAnotherShape() {
    String hash = hash(new Coded("Answer: ", "More than half.", "{\"type\": \"object\"}"));

    assertThat(hash).isNotEqualTo(hash(RELEASED));
  }

  private static String hash(Coded suite) {
    return VersionHash.of(
        List.of(new Item("1", suite.id(), "skin", null, "How often?")),
        VersionSettings.PUBLISHED,
        new TreeMap<>(Map.of(suite.id(), "protocol")),
        id -> suite);
  }

  /** A suite of which everything that is code can be chosen. */
  private record Coded(String words, String rules, String shape)
      implements Suite, Measure, ReplyFormat {

    @Override
    public String id() {
      return "coded";
    }

    @Override
    public String title() {
      return "Coded";
    }

    @Override
    public Perspective perspective() {
      return Perspective.PATIENT;
    }

    @Override
    public String purpose() {
      return "Tests the hash.";
    }

    @Override
    public SortedMap<String, String> categories() {
      return new TreeMap<>();
    }

    @Override
    public Measure measure() {
      return this;
    }

    @Override
    public List<Question> questions() {
      return List.of(new Question("question", "Judge.", 1, 0, 16));
    }

    @Override
    public ModelRequest request(Item item, Generation generation) {
      return new ModelRequest(generation.systemPrompt(), words + item.prompt());
    }

    @Override
    public ReplyFormat replies(String question) {
      return this;
    }

    @Override
    public JsonNode schema() {
      return Json.read(shape, JsonNode.class);
    }

    @Override
    public Reading read(String reply) {
      throw new UnsupportedOperationException("nothing is judged here");
    }

    @Override
    public PanelRule usualRule() {
      return PanelRule.MEAN;
    }

    @Override
    public SequencedMap<String, String> labels() {
      throw new UnsupportedOperationException("nothing is judged here");
    }

    @Override
    public Verdict decide(List<Vote> votes, PanelRule rule) {
      throw new UnsupportedOperationException("nothing is judged here");
    }

    @Override
    public SuiteMetrics metrics(List<ItemOutcome> outcomes) {
      throw new UnsupportedOperationException("nothing is judged here");
    }

    @Override
    public Class<? extends SuiteMetrics> metricsType() {
      throw new UnsupportedOperationException("nothing is judged here");
    }
  }
}
