package org.primum.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.primum.protocol.benchmark.VersionHash;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.JudgingProtocol.Replies;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.Question;
import org.primum.protocol.message.JudgingRequested;
import org.primum.protocol.suite.Suites;

/**
 * Whatever can move a number is in the hash that names it, and nothing else is. The components of
 * the records are found by reflection: one that is added later has to go into its hash, or be named
 * here as one that moves nothing.
 */
class HashesTest {

  private static final Judge FIRST = judge("first", 1);
  private static final Judge SECOND = judge("second", 2);
  private static final JudgingProtocol PROTOCOL =
      new JudgingProtocol(
          "groundedness",
          "groundedness",
          "Rules.",
          List.of(
              new Question("sentences", "Label.", 3, 1, 512),
              new Question("eligibility", "Decide.", 3, 1, 16)),
          PanelRule.MEDIAN,
          List.of(FIRST, SECOND),
          3);
  private static final VersionSettings SETTINGS =
      new VersionSettings(
          new Generation("Be brief.", 0.5, 0.75, 512),
          2,
          new TreeMap<>(Map.of("groundedness", JudgingSettings.PUBLISHED)));
  private static final Item ITEM =
      new Item(
          "1",
          "groundedness",
          "skin",
          "safe",
          "How often?",
          "Twice a day.",
          "From the document.",
          Item.PRIVATE);
  private static final Item OTHER = new Item("2", "groundedness", "skin", null, "How long?");
  private static final SortedMap<String, String> JUDGING =
      new TreeMap<>(Map.of("groundedness", "hash"));

  /** An endpoint's id names a credential, and how much it may be asked at once is about speed. */
  @Test
  void aJudgingProtocolIsNamedByEverythingThatCanMoveAVerdict() {
    Set<String> unnamed = unnamed(PROTOCOL, JudgingProtocol::hash);

    assertThat(unnamed)
        .containsExactlyInAnyOrder(
            "judges.0.endpoint.id",
            "judges.0.endpoint.maxConcurrency",
            "judges.1.endpoint.id",
            "judges.1.endpoint.maxConcurrency");
  }

  @Test
  void aJudgingProtocolIsAnotherWithAQuestionOrAJudgeLess() {
    String fewerQuestions =
        new JudgingProtocol(
                PROTOCOL.suite(),
                PROTOCOL.measure(),
                PROTOCOL.rules(),
                PROTOCOL.questions().subList(0, 1),
                PROTOCOL.rule(),
                PROTOCOL.judges(),
                PROTOCOL.maxRequests())
            .hash();
    String fewerJudges = judgedBy(List.of(FIRST)).hash();

    assertThat(Set.of(PROTOCOL.hash(), fewerQuestions, fewerJudges)).hasSize(3);
  }

  /** Verdicts do not depend on it, so neither does what may be compared with what. */
  @Test
  void theOrderOfTheJudgesDoesNotNameAnotherProtocol() {
    String hash = judgedBy(List.of(SECOND, FIRST)).hash();

    assertThat(hash).isEqualTo(PROTOCOL.hash());
  }

  /** What the judge is shown, and the protocol: only the task it is part of may differ. */
  @Test
  void aVerdictIsNamedByEverythingTheJudgeIsShown() {
    JudgingRequested shown =
        new JudgingRequested(
            new UUID(0, 1),
            PROTOCOL.hash(),
            "How often?",
            "Twice.",
            "Twice a day.",
            2,
            new UUID(0, 2),
            true,
            List.of());

    Set<String> unnamed = unnamed(shown, HashesTest::identity);

    assertThat(unnamed)
        .containsExactlyInAnyOrder("taskId", "judging", "attempt", "cancelKey", "scarce");
  }

  @Test
  void aVerdictIsNamedByEverythingThatNamesItsProtocol() {
    Set<String> unnamed =
        unnamed(PROTOCOL, changed -> changed.verdictIdentity("How often?", null, "Twice."));

    assertThat(unnamed).isEqualTo(unnamed(PROTOCOL, JudgingProtocol::hash));
  }

  /** As strict as the identity of a verdict: only what cannot reach the model may differ. */
  @Test
  void aRequestIsNamedByEverythingThatCanMoveTheAnswer() {
    AskedRequest request =
        new AskedRequest(FIRST.endpoint(), SETTINGS.generation(), "How often?", 1);

    Set<String> unnamed = unnamed(request, AskedRequest::identity);

    assertThat(unnamed).containsExactlyInAnyOrder("endpoint.id", "endpoint.maxConcurrency");
  }

  @Test
  void aRequestWithoutASystemMessageIsNotOneWithAnEmptyOne() {
    AskedRequest without =
        new AskedRequest(FIRST.endpoint(), new Generation(null, 0, 1, 10), "How often?", 1);
    AskedRequest empty =
        new AskedRequest(FIRST.endpoint(), new Generation("", 0, 1, 10), "How often?", 1);

    assertThat(without.identity()).isNotEqualTo(empty.identity());
  }

  @Test
  void aVersionIsNamedByEverythingInItsItems() {
    Set<String> unnamed =
        unnamed(ITEM, changed -> VersionHash.of(List.of(changed, OTHER), SETTINGS, JUDGING));

    assertThat(unnamed).isEmpty();
  }

  /** How answers are judged is named by the judging protocols it makes. */
  @Test
  void aVersionIsNamedByEverythingItSets() {
    Set<String> unnamed =
        unnamed(SETTINGS, changed -> VersionHash.of(List.of(ITEM, OTHER), changed, JUDGING));

    assertThat(unnamed).containsExactly("judging");
  }

  /** The names of a suite's judges are turned into the judges themselves, which are named. */
  @Test
  void everySettingOfTheJudgingMakesAnotherProtocol() {
    JudgingSettings settings =
        new JudgingSettings(3, 0.5, 600, 4, PanelRule.MEAN, List.of("first", "second"));

    Suites.all()
        .forEach(
            suite ->
                assertThat(
                        unnamed(
                            settings,
                            changed -> suite.judging(List.of(FIRST, SECOND), changed).hash()))
                    .as(suite.id())
                    .containsExactlyInAnyOrder("judges.0", "judges.1"));
  }

  @Test
  void aVersionIsNamedByTheProtocolOfEachSuite() {
    Map<String, SortedMap<String, String>> others =
        Map.of(
            "another protocol",
            new TreeMap<>(Map.of("groundedness", "other")),
            "another suite",
            new TreeMap<>(Map.of("jailbreak", "hash")),
            "a suite more",
            new TreeMap<>(Map.of("groundedness", "hash", "jailbreak", "hash")));

    Set<String> hashes =
        others.values().stream()
            .map(judging -> VersionHash.of(List.of(ITEM, OTHER), SETTINGS, judging))
            .collect(Collectors.toSet());

    assertThat(hashes)
        .hasSize(others.size())
        .doesNotContain(VersionHash.of(List.of(ITEM, OTHER), SETTINGS, JUDGING));
  }

  @Test
  void aVersionIsAnotherWithAnItemLess() {
    String hash = VersionHash.of(List.of(ITEM), SETTINGS, JUDGING);

    assertThat(hash).isNotEqualTo(VersionHash.of(List.of(ITEM, OTHER), SETTINGS, JUDGING));
  }

  @Test
  void theOrderOfTheItemsDoesNotNameAnotherVersion() {
    List<Item> items = new ArrayList<>(List.of(ITEM, OTHER));
    String hash = VersionHash.of(items, SETTINGS, JUDGING);

    assertThat(VersionHash.of(items.reversed(), SETTINGS, JUDGING)).isEqualTo(hash);
  }

  private static String identity(JudgingRequested shown) {
    return PROTOCOL.verdictIdentity(shown.request(), shown.document(), shown.answer());
  }

  /** Paths of the components that change without the hash. */
  private static <R extends Record> Set<String> unnamed(R original, Function<R, String> hash) {
    String before = hash.apply(original);
    return Changes.of(original).entrySet().stream()
        .filter(change -> hash.apply(change.getValue()).equals(before))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static JudgingProtocol judgedBy(List<Judge> judges) {
    return new JudgingProtocol(
        PROTOCOL.suite(),
        PROTOCOL.measure(),
        PROTOCOL.rules(),
        PROTOCOL.questions(),
        PROTOCOL.rule(),
        judges,
        PROTOCOL.maxRequests());
  }

  private static Judge judge(String name, long id) {
    return new Judge(
        name,
        "family",
        "revision",
        Replies.JSON_OBJECT,
        new Endpoint(new UUID(0, id), "openai", "https://judge.example/v1", name + "-model", 4));
  }
}
