package org.primum.leaderboard.board;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.EvaluationChanged.ModelCard;

/**
 * What of the board a reader wants to see, as the board's address says it. What makes no sense is
 * as if it were not there.
 *
 * @param order what rows are ordered by
 * @param search words that the name of a model or of its organization holds; empty for any
 * @param organization an organization; empty for any
 * @param traits the chosen label of each trait that matters, by its name
 * @param since evaluations that ended on that day or later; null for any
 * @param columns columns that are shown beside the suites
 * @param group the one group that is shown, by the begin of its hash; empty for all
 * @param page of that group, from 1
 */
public record BoardQuery(
    Order order,
    String search,
    String organization,
    Map<String, String> traits,
    LocalDate since,
    Set<ExtraColumn> columns,
    String group,
    int page) {

  private static final int LONGEST = 100;
  private static final String COLUMNS = "columns";

  /** Says that columns were chosen, even if none was. */
  private static final String CHOSEN = "chosen";

  /** Something that narrows the board, with the address without it. */
  public record Chip(String words, String without) {}

  static BoardQuery ordered(Order order) {
    return new BoardQuery(order, "", "", Map.of(), null, ExtraColumn.usual(), "", 1);
  }

  /** From the parameters of an address. */
  static BoardQuery of(MultivaluedMap<String, String> parameters) {
    Map<String, String> traits = new LinkedHashMap<>();
    for (Trait trait : Trait.ALL) {
      String wanted = text(parameters, trait.name());
      trait.choices().stream()
          .filter(choice -> choice.label().equals(wanted))
          .forEach(choice -> traits.put(trait.name(), choice.label()));
    }
    return new BoardQuery(
        Order.named(parameters.getFirst("order")),
        text(parameters, "search"),
        text(parameters, "organization"),
        traits,
        day(text(parameters, "since")),
        columns(parameters.get(COLUMNS)),
        text(parameters, "group"),
        page(text(parameters, "page")));
  }

  private static String text(MultivaluedMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    if (value == null) {
      return "";
    }
    String plain = value.strip();
    return plain.substring(0, Math.min(LONGEST, plain.length()));
  }

  private static LocalDate day(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  private static int page(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
  }

  private static Set<ExtraColumn> columns(List<String> chosen) {
    if (chosen == null) {
      return ExtraColumn.usual();
    }
    EnumSet<ExtraColumn> columns = EnumSet.allOf(ExtraColumn.class);
    columns.removeIf(column -> !chosen.contains(column.label()));
    return columns;
  }

  /** Whether that evaluation is wanted. */
  boolean passes(EvaluationChanged evaluation) {
    ModelCard model = evaluation.model();
    return (search.isEmpty()
            || folded(model.name()).contains(folded(search))
            || folded(model.organization()).contains(folded(search)))
        && (organization.isEmpty() || organization.equals(model.organization()))
        && (since == null
            || (evaluation.finishedAt() != null
                && !evaluation
                    .finishedAt()
                    .isBefore(since.atStartOfDay(ZoneOffset.UTC).toInstant())))
        && Trait.ALL.stream().allMatch(trait -> passes(trait, model));
  }

  private boolean passes(Trait trait, ModelCard model) {
    String wanted = traits.get(trait.name());
    return wanted == null
        || trait.choices().stream()
            .filter(choice -> choice.label().equals(wanted))
            .allMatch(choice -> choice.passes().test(model));
  }

  /** Without case and accents, for searching. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  /** Whether models are left out. */
  public boolean narrows() {
    return !chips().isEmpty();
  }

  /** Whether that label is chosen for that trait. */
  public boolean has(Trait trait, Trait.Choice choice) {
    return choice.label().equals(traits.get(trait.name()));
  }

  /** Whether the column of that label is shown. */
  public boolean shows(String column) {
    return columns.stream().anyMatch(shown -> shown.label().equals(column));
  }

  /** Whether more than ordering is chosen, so that the form is shown unfolded. */
  public boolean refined() {
    return !organization.isEmpty()
        || !traits.isEmpty()
        || since != null
        || !columns.equals(ExtraColumn.usual());
  }

  /** What narrows the board, each with the address without it. */
  public List<Chip> chips() {
    List<Chip> chips = new ArrayList<>();
    if (!search.isEmpty()) {
      chips.add(new Chip("“%s”".formatted(search), address("search")));
    }
    if (!organization.isEmpty()) {
      chips.add(new Chip(organization, address("organization")));
    }
    for (Trait trait : Trait.ALL) {
      trait.choices().stream()
          .filter(choice -> has(trait, choice))
          .forEach(
              choice ->
                  chips.add(
                      new Chip(
                          "%s: %s".formatted(trait.title(), choice.words()),
                          address(trait.name()))));
    }
    if (since != null) {
      chips.add(new Chip("since %s".formatted(since), address("since")));
    }
    return List.copyOf(chips);
  }

  /** The address of the same board without that. */
  private String address(String left) {
    Map<String, List<String>> parameters = parameters();
    parameters.remove(left);
    parameters.remove("page");
    return address(parameters);
  }

  /** The address of the same board in another order. */
  public String by(String label) {
    Map<String, List<String>> parameters = parameters();
    parameters.put("order", List.of(label));
    parameters.remove("page");
    return address(parameters);
  }

  /** The address of a page of one group. */
  public String at(Board.Group shown, int number) {
    Map<String, List<String>> parameters = parameters();
    parameters.put("group", List.of(shown.shortId()));
    parameters.put("page", List.of(Integer.toString(number)));
    return address(parameters) + "#group-" + shown.shortId();
  }

  /** The address of all groups. */
  public String everywhere() {
    return address("group");
  }

  /** This board's own address. */
  public String address() {
    return address(parameters());
  }

  private Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (!order.equals(Order.WEAKEST)) {
      parameters.put("order", List.of(order.label()));
    }
    put(parameters, "search", search);
    put(parameters, "organization", organization);
    traits.forEach((name, label) -> put(parameters, name, label));
    put(parameters, "since", since == null ? "" : since.toString());
    if (!columns.equals(ExtraColumn.usual())) {
      List<String> labels = new ArrayList<>(List.of(CHOSEN));
      columns.forEach(column -> labels.add(column.label()));
      parameters.put(COLUMNS, labels);
    }
    put(parameters, "group", group);
    put(parameters, "page", page == 1 ? "" : Integer.toString(page));
    return parameters;
  }

  private static void put(Map<String, List<String>> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name, List.of(value));
    }
  }

  private static String address(Map<String, List<String>> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach(
        (name, values) ->
            values.forEach(
                value -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
    return pairs.isEmpty() ? "/" : "/?" + String.join("&", pairs);
  }
}
