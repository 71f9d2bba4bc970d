package org.primum.leaderboard.admin.draft;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.admin.VersionFacts;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;
import org.primum.leaderboard.gateway.VersionSetup;
import org.primum.protocol.Generation;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingSettings;
import org.primum.protocol.judging.PanelRule;

/** A draft's settings as they are in the form; field names are those of the gateway's answers. */
public final class SettingsForm {

  private static final int MOST_TOKENS = 32_768;
  static final int MOST_VOTES = 100;
  static final int MOST_REQUESTS = 20;

  private final MultivaluedMap<String, String> fields;

  SettingsForm(MultivaluedMap<String, String> fields) {
    this.fields = fields;
  }

  /** The form as it stands for settings that are kept. */
  static SettingsForm of(VersionSetup setup) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    Generation generation = setup.settings().generation();
    put(fields, "generation.systemPrompt", generation.systemPrompt());
    put(fields, "generation.temperature", plain(generation.temperature()));
    put(fields, "generation.topP", plain(generation.topP()));
    put(fields, "generation.maxTokens", generation.maxTokens());
    put(fields, "repeats", setup.settings().repeats());
    put(fields, "notes", setup.notes());
    put(fields, "privateItems", setup.privateItems());
    fields.addAll("judges", setup.judges());
    setup
        .settings()
        .judging()
        .forEach(
            (suite, judging) -> {
              put(fields, field(suite, "votes"), judging.votes());
              put(fields, field(suite, "temperature"), plain(judging.temperature()));
              put(fields, field(suite, "maxTokens"), judging.maxTokens());
              put(fields, field(suite, "maxRequests"), judging.maxRequests());
              put(
                  fields,
                  field(suite, "rule"),
                  judging.rule() == null ? null : judging.rule().label());
              fields.addAll(field(suite, "judges"), judging.judges());
            });
    return new SettingsForm(fields);
  }

  /** The name of a field about the judging of one suite. */
  static String field(String suite, String name) {
    return "judging." + suite + "." + name;
  }

  /** What was entered, empty when nothing was. */
  public String value(String field) {
    return Objects.requireNonNullElse(fields.getFirst(field), "");
  }

  /** Whether that choice is one of those made. */
  public boolean chosen(String field, String choice) {
    return fields.getOrDefault(field, List.of()).contains(choice);
  }

  /**
   * The settings as the gateway takes them. Suites that are not in the form keep theirs.
   *
   * @param before the settings kept so far
   * @param suites ids of the suites in the form
   * @param errors where everything wrong is noted; what is returned then is of no use
   */
  VersionSetup setup(VersionSetup before, Collection<String> suites, List<FieldError> errors) {
    Numbers numbers = new Numbers(errors);
    Generation published = Generation.PUBLISHED;
    Double temperature = decimal(numbers, "generation.temperature", 0, 2);
    Double topP = decimal(numbers, "generation.topP", 0.01, 1);
    Integer maxTokens = whole(numbers, "generation.maxTokens", MOST_TOKENS);
    Integer repeats = whole(numbers, "repeats", VersionSettings.MOST_REPEATS);
    SortedMap<String, JudgingSettings> judging = new TreeMap<>(before.settings().judging());
    for (String suite : suites) {
      JudgingSettings settings = judging(suite, numbers);
      if (settings.equals(JudgingSettings.PUBLISHED)) {
        judging.remove(suite);
      } else {
        judging.put(suite, settings);
      }
    }
    Generation generation =
        new Generation(
            Entered.text(
                value("generation.systemPrompt"), before.settings().generation().systemPrompt()),
            temperature == null ? published.temperature() : temperature,
            topP == null ? published.topP() : topP,
            maxTokens == null ? published.maxTokens() : maxTokens);
    return new VersionSetup(
        new VersionSettings(generation, repeats == null ? 1 : repeats, judging),
        chosen("judges"),
        Entered.text(value("notes"), before.notes()),
        chosen("privateItems", "true"));
  }

  private JudgingSettings judging(String suite, Numbers numbers) {
    String rule = value(field(suite, "rule"));
    return new JudgingSettings(
        whole(numbers, field(suite, "votes"), MOST_VOTES),
        decimal(numbers, field(suite, "temperature"), 0, 2),
        whole(numbers, field(suite, "maxTokens"), MOST_TOKENS),
        whole(numbers, field(suite, "maxRequests"), MOST_REQUESTS),
        rule(rule),
        chosen(field(suite, "judges")));
  }

  private static PanelRule rule(String label) {
    for (PanelRule rule : PanelRule.values()) {
      if (rule.label().equals(label)) {
        return rule;
      }
    }
    return null;
  }

  private List<String> chosen(String field) {
    return new ArrayList<>(fields.getOrDefault(field, List.of()))
        .stream().filter(choice -> !choice.isBlank()).distinct().toList();
  }

  private Integer whole(Numbers numbers, String field, int most) {
    return numbers.whole(field, value(field), 1, most);
  }

  private Double decimal(Numbers numbers, String field, double least, double most) {
    return numbers.decimal(field, value(field), least, most);
  }

  private static void put(MultivaluedMap<String, String> fields, String field, Object value) {
    if (value != null) {
      fields.putSingle(field, value.toString());
    }
  }

  private static String plain(Double number) {
    return number == null ? null : VersionFacts.plain(number);
  }
}
