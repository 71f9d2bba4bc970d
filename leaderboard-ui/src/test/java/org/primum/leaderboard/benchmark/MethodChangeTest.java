package org.primum.leaderboard.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.message.VersionMethod;
import org.primum.protocol.suite.Suites;

class MethodChangeTest {

  @Test
  void theSameIsNoChange() {
    assertThat(MethodChange.between(version(10, 1, "a"), version(10, 1, "a"))).isEmpty();
  }

  @Test
  void whatChangedAlikeInSeveralSuitesIsSaidOnce() {
    assertThat(MethodChange.between(version(10, 1, "a"), version(10, 1, "b")))
        .containsExactly(new MethodChange("Judges (Clinician ethics, Patient safety)", "a", "b"));
  }

  @Test
  void countsAndRepeatsAreToldWithoutAnySettings() {
    BenchmarkChanged ofOld = version(10, 1, "a");
    BenchmarkChanged bare = with(ofOld, null);

    assertThat(MethodChange.between(bare, version(12, 3, "b")))
        .containsExactly(
            new MethodChange("Items (Patient safety, Clinician ethics)", "10", "12"),
            new MethodChange("Times each item is asked", "1", "3"));
  }

  @Test
  void aTextIsOnlySaidToBeReworded() {
    BenchmarkChanged before = version(10, 1, "a");
    VersionMethod method = before.settings();
    BenchmarkChanged after =
        with(before, new VersionMethod(new Generation("Be kind.", 0, 1, 1024), method.suites()));

    List<MethodChange> changes = MethodChange.between(before, after);

    assertThat(changes).containsExactly(new MethodChange("System message", null, null));
    assertThat(changes.getFirst().reworded()).isTrue();
  }

  private static BenchmarkChanged version(int items, int repeats, String judge) {
    TreeMap<String, VersionMethod.OfSuite> suites = new TreeMap<>();
    JudgingProtocol.Judge named =
        new JudgingProtocol.Judge(
            judge, null, new Endpoint(new UUID(0, 1), "openai", "http://judge/v1", "m", 1));
    for (String suite : List.of("patient-safety", "clinician-ethics")) {
      suites.put(
          suite,
          VersionMethod.OfSuite.of(
              Suites.of(suite).judging(List.of(named), JudgingSettings.PUBLISHED),
              new TreeMap<>(),
              new TreeMap<>()));
    }
    BenchmarkChanged bare =
        new BenchmarkChanged(
            "changes",
            "1.0.0",
            "published",
            false,
            "hash",
            Map.of("patient-safety", items, "clinician-ethics", items),
            List.of(judge),
            null,
            null,
            null,
            null,
            repeats == 1 ? null : repeats);
    return with(bare, new VersionMethod(Generation.PUBLISHED, suites));
  }

  private static BenchmarkChanged with(BenchmarkChanged version, VersionMethod settings) {
    return new BenchmarkChanged(
        version.benchmark(),
        version.version(),
        version.state(),
        version.privateItems(),
        version.contentHash(),
        version.items(),
        version.judges(),
        version.publishedAt(),
        version.retiredAt(),
        version.notes(),
        version.privateCounts(),
        version.repeats(),
        settings);
  }
}
