package org.primum.leaderboard.admin;

import java.util.List;
import org.primum.leaderboard.gateway.Judge;

/**
 * A judge that a version names.
 *
 * @param name as the version names it
 * @param judge the judge; null when there is none of that name
 */
public record NamedJudge(String name, Judge judge) {

  static List<NamedJudge> of(List<String> names, List<Judge> known) {
    return names.stream()
        .map(
            name ->
                new NamedJudge(
                    name,
                    known.stream()
                        .filter(judge -> judge.name().equals(name))
                        .findFirst()
                        .orElse(null)))
        .toList();
  }
}
