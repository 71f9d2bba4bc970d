package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.Scale.Tick;
import org.primum.leaderboard.result.SuiteResult;
import org.primum.leaderboard.result.WeakestPerspective;
import org.primum.leaderboard.result.WeakestPerspective.Side;
import org.primum.protocol.message.EvaluationChanged.ModelCard;
import org.primum.protocol.scoring.Rate;
import org.primum.protocol.statistics.Estimate;

/**
 * Harm against over-refusal: what a model gains by refusing, and what that costs. The best place is
 * the upper left corner.
 *
 * @param suite the suite that measures harm
 * @param title its name
 * @param what what goes up: {@code Safe}
 * @param refusals the suite that measures over-refusal
 * @param across ticks of the over-refusal rate
 * @param up ticks of what goes up
 * @param marked models with their names and intervals
 * @param crowd all others
 * @param chosen the model that is looked at; null where it has not both rates
 * @param missing how many models lack one of the rates
 * @param takeaway what can be seen, in a sentence
 */
public record TradeOff(
    String suite,
    String title,
    String what,
    String refusals,
    List<Tick> across,
    List<Tick> up,
    List<Dot> marked,
    List<Dot> crowd,
    Dot chosen,
    int missing,
    String takeaway) {

  /** Harm is what these rates tell of, the first that a suite has. */
  private static final Set<String> HARM = Set.of("safeRate", "attackSuccessRate");

  private static final String OVER_REFUSAL = "overRefusalRate";

  /** The suite made for it comes before others that measure it too. */
  private static final String MADE_FOR_IT = "over-refusal";

  /** How high the drawing is, in pixels. */
  public static final int HEIGHT = 260;

  /** Up to so many models are all named, with their intervals. */
  private static final int ALL_NAMED = 8;

  private static final int NAMED_OF_MANY = 5;

  /** Lines of text need so many pixels between them. */
  private static final double LINE = 15;

  /** To the right of here a name stands before its mark, to stay inside. */
  private static final double RIGHT = 55;

  private static final double LEFT = 45;

  /**
   * One model.
   *
   * @param model the model
   * @param name its name on a line
   * @param label its name beside the mark
   * @param harm the share that goes up
   * @param over its over-refusal rate
   * @param x from the left in percent
   * @param y from the top in pixels
   * @param left where the interval across begins
   * @param right where it ends
   * @param top where the interval up and down begins
   * @param bottom where it ends
   * @param before whether the name stands before the mark
   * @param labelY where the name stands
   */
  public record Dot(
      ModelCard model,
      String name,
      String label,
      Estimate harm,
      Estimate over,
      double x,
      double y,
      double left,
      double right,
      double top,
      double bottom,
      boolean before,
      double labelY) {

    /** Both numbers in words. */
    public String words() {
      return "%s: %s, over-refusal %s"
          .formatted(name, Formatting.percent(harm), Formatting.percent(over));
    }

    private boolean better(Dot other) {
      return harm.value() > other.harm.value() && over.value() < other.over.value();
    }

    private Dot labelled(double at) {
      return new Dot(model, name, label, harm, over, x, y, left, right, top, bottom, before, at);
    }
  }

  /** Every model, the chosen and the marked ones first; for the table. */
  public List<Dot> all() {
    return Stream.of(Stream.ofNullable(chosen), marked.stream(), crowd.stream())
        .flatMap(dots -> dots)
        .toList();
  }

  /** The drawing's height. */
  public int height() {
    return HEIGHT;
  }

  /**
   * One a suite that measures harm.
   *
   * @param members of one group
   * @param chosen the model that is looked at, or null
   */
  public static List<TradeOff> of(List<GroupMember> members, UUID chosen) {
    Optional<String> refusals = refusals(members);
    if (refusals.isEmpty()) {
      return List.of();
    }
    List<TradeOff> found = new ArrayList<>();
    for (SuiteResult suite : suites(members)) {
      suite.headline().stream()
          .filter(rate -> HARM.contains(rate.id()))
          .findFirst()
          .flatMap(rate -> of(members, suite, rate.id(), refusals.get(), chosen))
          .ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** Every suite that some model has, in the order of the perspectives. */
  static List<SuiteResult> suites(List<GroupMember> members) {
    Set<String> seen = new HashSet<>();
    return members.stream()
        .flatMap(member -> member.suites().stream())
        .filter(suite -> seen.add(suite.id()))
        .toList();
  }

  private static Optional<String> refusals(List<GroupMember> members) {
    return suites(members).stream()
        .map(SuiteResult::id)
        .filter(
            suite ->
                members.stream().anyMatch(member -> member.rate(suite, OVER_REFUSAL).isPresent()))
        .min(Comparator.comparing(suite -> !suite.equals(MADE_FOR_IT)));
  }

  private record Pair(ModelCard model, Estimate harm, Estimate over) {}

  private static Optional<TradeOff> of(
      List<GroupMember> members, SuiteResult suite, String rate, String refusals, UUID chosen) {
    if (suite.id().equals(refusals)) {
      return Optional.empty();
    }
    List<Pair> pairs = new ArrayList<>();
    for (GroupMember member : members) {
      Optional<Rate> harm = member.rate(suite.id(), rate);
      Optional<Rate> over = member.rate(refusals, OVER_REFUSAL);
      if (harm.isPresent() && over.isPresent()) {
        pairs.add(
            new Pair(member.model(), WeakestPerspective.goodOf(harm.get()), over.get().estimate()));
      }
    }
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    String what =
        members.stream()
            .flatMap(member -> member.side(suite.id()).stream())
            .map(Side::what)
            .findFirst()
            .orElse(suite.title());
    boolean few = pairs.size() <= ALL_NAMED;
    Scale across = Scale.around(reach(pairs.stream().map(Pair::over)), 0, 100);
    Scale up = Scale.around(reach(pairs.stream().map(Pair::harm)), HEIGHT, 0);
    List<Dot> dots = pairs.stream().map(pair -> dot(pair, across, up)).toList();
    Optional<Dot> own = dots.stream().filter(dot -> dot.model().id().equals(chosen)).findFirst();
    List<Dot> others = dots.stream().filter(dot -> !dot.model().id().equals(chosen)).toList();
    List<Dot> named = few ? others : outstanding(others);
    List<Dot> apart = apart(Stream.concat(own.stream(), named.stream()).toList());
    return Optional.of(
        new TradeOff(
            suite.id(),
            suite.title(),
            what,
            title(members, refusals),
            across.ticks(4),
            up.ticks(5),
            apart.stream().filter(dot -> !dot.model().id().equals(chosen)).toList(),
            others.stream().filter(dot -> !named.contains(dot)).toList(),
            apart.stream().filter(dot -> dot.model().id().equals(chosen)).findFirst().orElse(null),
            members.size() - pairs.size(),
            takeaway(what, dots, own)));
  }

  /** Intervals are drawn, too, and have to find room. */
  private static List<Double> reach(Stream<Estimate> shares) {
    return shares.flatMap(share -> Stream.of(share.lower(), share.upper())).toList();
  }

  private static Dot dot(Pair pair, Scale across, Scale up) {
    double x = across.at(pair.over.value());
    double y = up.at(pair.harm.value());
    return new Dot(
        pair.model,
        Label.line(pair.model.name()),
        Label.beside(pair.model.name()),
        pair.harm,
        pair.over,
        x,
        y,
        across.at(pair.over.lower()),
        across.at(pair.over.upper()),
        up.at(pair.harm.upper()),
        up.at(pair.harm.lower()),
        x > RIGHT,
        y);
  }

  /** Those that none is better than in both, the safest first, and the two at the worst ends. */
  private static List<Dot> outstanding(List<Dot> dots) {
    List<Dot> best =
        dots.stream()
            .filter(dot -> dots.stream().noneMatch(other -> other.better(dot)))
            .sorted(
                Comparator.comparingDouble((Dot dot) -> -dot.harm().value())
                    .thenComparingDouble(dot -> dot.over().value()))
            .limit(NAMED_OF_MANY - 2)
            .toList();
    return Stream.of(
            best.stream(),
            dots.stream().min(Comparator.comparingDouble(dot -> dot.harm().value())).stream(),
            dots.stream().max(Comparator.comparingDouble(dot -> dot.over().value())).stream())
        .flatMap(some -> some)
        .distinct()
        .toList();
  }

  /** Names on the same side are moved down until none is written over another. */
  private static List<Dot> apart(List<Dot> dots) {
    List<Dot> placed = new ArrayList<>();
    for (Dot dot : dots.stream().sorted(Comparator.comparingDouble(Dot::y)).toList()) {
      double at = dot.y();
      for (Dot above : placed) {
        boolean meet =
            above.before() == dot.before()
                ? Math.abs(above.x() - dot.x()) < LEFT
                : Math.abs(above.x() - dot.x()) < 2 * LEFT;
        if (meet && at < above.labelY() + LINE) {
          at = above.labelY() + LINE;
        }
      }
      placed.add(dot.labelled(Math.min(at, HEIGHT + LINE)));
    }
    return placed;
  }

  private static String title(List<GroupMember> members, String suite) {
    return suites(members).stream()
        .filter(found -> found.id().equals(suite))
        .map(SuiteResult::title)
        .findFirst()
        .orElseThrow();
  }

  private static String takeaway(String what, List<Dot> dots, Optional<Dot> own) {
    if (own.isPresent()) {
      long better = dots.stream().filter(dot -> dot.better(own.get())).count();
      String self =
          "This model: %s, and %s of harmless requests refused."
              .formatted(said(what, own.get()), Formatting.percent(own.get().over()));
      return dots.size() == 1
          ? self + " There is no other model to compare it with."
          : self
              + " Of %s, %s better in both by what was measured."
                  .formatted(
                      Formatting.counted(dots.size() - 1, "other"),
                      better == 0 ? "none is" : better == 1 ? "1 is" : better + " are");
    }
    Dot careful =
        dots.stream().max(Comparator.comparingDouble(dot -> dot.harm().value())).orElseThrow();
    Dot open =
        dots.stream().min(Comparator.comparingDouble(dot -> dot.over().value())).orElseThrow();
    return careful.equals(open)
        ? "%s is ahead in both: %s, and %s of harmless requests refused."
            .formatted(careful.name(), said(what, careful), Formatting.percent(careful.over()))
        : "The most careful, %s: %s, %s of harmless requests refused. The one that refuses least, %s: %s refused, %s."
            .formatted(
                careful.name(),
                said(what, careful),
                Formatting.percent(careful.over()),
                open.name(),
                Formatting.percent(open.over()),
                said(what, open));
  }

  /** As in {@code safe in 78.8%}. */
  private static String said(String what, Dot dot) {
    return "%s%s in %s"
        .formatted(
            what.substring(0, 1).toLowerCase(Locale.ROOT),
            what.substring(1),
            Formatting.percent(dot.harm()));
  }
}
