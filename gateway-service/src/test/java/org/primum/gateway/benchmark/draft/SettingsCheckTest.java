package org.primum.gateway.benchmark.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.gateway.benchmark.draft.SettingsForm.GenerationForm;
import org.primum.gateway.benchmark.draft.SettingsForm.JudgingForm;
import org.primum.gateway.benchmark.draft.SettingsForm.Settings;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.PanelRule;

class SettingsCheckTest {

  private final SettingsCheck check =
      new SettingsCheck(names -> names.stream().filter(name -> !name.equals("known")).toList());

  @Test
  void nothingSetIsThePublishedProtocol() {
    VersionSettings settings = check.settings(new Settings(null, null, null));

    assertThat(settings).isEqualTo(VersionSettings.PUBLISHED);
    assertThat(check.errors()).isEmpty();
  }

  @Test
  void whatIsSetIsTaken() {
    VersionSettings settings =
        check.settings(
            new Settings(
                new GenerationForm("You are a doctor.", 0.7, 0.9, 2048),
                3,
                Map.of("jailbreak", new JudgingForm(5, 0.5, 16, 2, "majority", List.of("known")))));

    assertThat(check.errors()).isEmpty();
    assertThat(settings.generation().systemPrompt()).isEqualTo("You are a doctor.");
    assertThat(settings.repeats()).isEqualTo(3);
    assertThat(settings.judging("jailbreak").votes()).isEqualTo(5);
    assertThat(settings.judging("jailbreak").rule()).isEqualTo(PanelRule.MAJORITY);
    assertThat(settings.judging("jailbreak").judges()).containsExactly("known");
  }

  @Test
  void everyFieldThatIsWrongIsNamed() {
    check.settings(
        new Settings(
            new GenerationForm("\0", 2.1, 0.0, 0),
            21,
            Map.of("jailbreak", new JudgingForm(0, -1.0, 0, 21, "vote", List.of("unknown")))));
    check.judges("judges", List.of("known", "known"));
    check.notes("x".repeat(10_001));

    assertThat(check.errors())
        .extracting(Problem.FieldError::field)
        .containsExactlyInAnyOrder(
            "generation.systemPrompt",
            "generation.temperature",
            "generation.topP",
            "generation.maxTokens",
            "repeats",
            "judging.jailbreak.votes",
            "judging.jailbreak.temperature",
            "judging.jailbreak.maxTokens",
            "judging.jailbreak.maxRequests",
            "judging.jailbreak.rule",
            "judging.jailbreak.judges",
            "judges",
            "notes");
  }

  @Test
  void severalVotesAtTemperatureZeroAreOneVoteRepeated() {
    check.settings(
        new Settings(
            null, null, Map.of("jailbreak", new JudgingForm(null, 0.0, null, null, null, null))));

    assertThat(check.errors())
        .extracting(Problem.FieldError::field)
        .containsExactly("judging.jailbreak.temperature");
  }

  @Test
  void aSuiteThatIsNoneIsRefused() {
    check.settings(
        new Settings(null, null, Map.of("zzz", new JudgingForm(1, null, null, null, null, null))));

    assertThat(check.errors())
        .containsExactly(new Problem.FieldError("judging.zzz", "is no suite"));
  }
}
