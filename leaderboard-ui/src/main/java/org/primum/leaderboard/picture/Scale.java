package org.primum.leaderboard.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;
import org.primum.protocol.Require;

/**
 * Where numbers lie on a drawing, along one direction. Across a drawing places are in percent of
 * its width, so that it stretches while its text keeps its size; up and down they are in pixels.
 *
 * @param from the number at the start
 * @param to the number at the end, more than {@code from}
 * @param start where the scale begins
 * @param end where it ends; less than {@code start} where more is further up
 */
public record Scale(double from, double to, double start, double end) {

  /** Shares are shown on a piece of the scale at least this long, so that noise looks small. */
  static final double SHORTEST = 0.2;

  private static final double STEP = 0.1;

  public Scale {
    Require.that(from < to, "a scale must rise");
  }

  /** All shares, from 0 to 1. */
  public static Scale ofShares(double start, double end) {
    return new Scale(0, 1, start, end);
  }

  /** The piece between whole tenths that holds all of these shares. */
  public static Scale around(Collection<Double> shares, double start, double end) {
    double least = shares.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double from = Math.clamp(Math.floor(least / STEP) * STEP, 0, 1 - SHORTEST);
    double to = Math.clamp(Math.ceil(most / STEP) * STEP, from + SHORTEST, 1);
    return new Scale(from, to, start, end);
  }

  /** From 0 to a round number that is no less than this. */
  public static Scale upTo(double most, double start, double end) {
    double step = step(Math.max(1, most), 4);
    return new Scale(0, Math.ceil(Math.max(1, most) / step) * step, start, end);
  }

  /** The place of a number; what lies beyond an end is drawn at the end. */
  public double at(double number) {
    double share = (Math.clamp(number, from, to) - from) / (to - from);
    return round(start + share * (end - start));
  }

  /** How long the way between two numbers is. */
  public double between(double one, double other) {
    return round(Math.abs(at(other) - at(one)));
  }

  /** Round numbers along the scale, about as many as wanted and at least two. */
  public List<Tick> ticks(int wanted, DoubleFunction<String> words) {
    double step = step(to - from, wanted);
    List<Tick> ticks = new ArrayList<>();
    long last = Math.round(Math.floor(to / step + 1e-9));
    for (long at = Math.round(Math.ceil(from / step - 1e-9)); at <= last; at++) {
      ticks.add(new Tick(at(at * step), words.apply(at * step)));
    }
    return List.copyOf(ticks);
  }

  /** The same, of shares in percent. */
  public List<Tick> ticks(int wanted) {
    return ticks(wanted, share -> Math.round(100 * share) + "%");
  }

  /** One, two or five times a power of ten. */
  private static double step(double span, int wanted) {
    double rough = span / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    // So that rounding decides nothing.
    double share = rough / power - 1e-9;
    return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
  }

  /** Two decimals are finer than a pixel and keep the page small. */
  static double round(double place) {
    return Math.round(place * 100) / 100.0;
  }

  /** A number with its place on a scale. */
  public record Tick(double at, String label) {

    private static final double EDGE = 3;

    /** How its label is set on a scale from left to right, so that it stays inside. */
    public String anchor() {
      return at < EDGE ? "start" : at > 100 - EDGE ? "end" : "middle";
    }
  }
}
