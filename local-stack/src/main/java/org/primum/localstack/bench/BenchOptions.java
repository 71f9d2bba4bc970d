package org.primum.localstack.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.primum.localstack.progress.StackFailure;

/**
 * What is asked of the bench.
 *
 * @param scenarios names of scenarios in their order; empty for the usual ones
 * @param runs how often each is run; empty for its usual number
 * @param out where the results are kept
 * @param home the data folder of the stack that is measured
 * @param profile whether one more run of each scenario is recorded by the JDK's flight recorder
 * @param comparison an earlier result to show beside the new one
 * @param items another number of items for scenarios that are about one evaluation; empty for the
 *     usual one
 */
record BenchOptions(
    List<String> scenarios,
    OptionalInt runs,
    Path out,
    Path home,
    boolean profile,
    Optional<Path> comparison,
    OptionalInt items) {

  /** Explains how to ask. */
  static final String USAGE =
      """
      Usage: ./primum bench [scenario…] [options]

        --runs N        run each scenario so often
        --items N       another number of items in smoke, small, large, steady and huge
        --out DIR       where the results are kept; target/bench
        --home DIR      data of the stack that is measured; target/bench/stack
        --profile       record one more run of smoke, small, large and steady with the JDK's
                        flight recorder
        --compare FILE  show an earlier result beside the new one

      Scenarios: %s, or all.
      """
          .formatted(String.join(", ", Scenarios.names()));

  BenchOptions {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Reads the command line.
   *
   * @throws StackFailure when it cannot be read
   */
  static BenchOptions read(Path project, List<String> arguments) {
    List<String> scenarios = new ArrayList<>();
    OptionalInt runs = OptionalInt.empty();
    OptionalInt items = OptionalInt.empty();
    Path out = project.resolve("target/bench");
    Path home = out.resolve("stack");
    boolean profile = false;
    Optional<Path> comparison = Optional.empty();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      switch (argument) {
        case "--runs" -> runs = OptionalInt.of(number(argument, rest));
        case "--items" -> items = OptionalInt.of(number(argument, rest));
        case "--out" -> out = Path.of(value(argument, rest)).toAbsolutePath();
        case "--home" -> home = Path.of(value(argument, rest)).toAbsolutePath();
        case "--profile" -> profile = true;
        case "--compare" ->
            comparison = Optional.of(Path.of(value(argument, rest)).toAbsolutePath());
        default -> scenarios.add(checked(argument));
      }
    }
    return new BenchOptions(scenarios, runs, out, home, profile, comparison, items);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new StackFailure("%s needs a value.%n%n%s".formatted(option, USAGE));
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest) {
    String value = value(option, rest);
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new StackFailure("%s needs a positive number.%n%n%s".formatted(option, USAGE));
    }
    return Integer.parseInt(value);
  }

  private static String checked(String scenario) {
    if (!scenario.equals("all") && !Scenarios.names().contains(scenario)) {
      throw new StackFailure("There is no scenario \"%s\".%n%n%s".formatted(scenario, USAGE));
    }
    return scenario;
  }
}
