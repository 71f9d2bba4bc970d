package org.primum.gateway.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version number, ordered by the precedence of <a href="https://semver.org">Semantic Versioning
 * 2.0.0</a>. Build metadata has no place in that order and is not taken.
 *
 * @param core major, minor and patch, as digits
 * @param preRelease identifiers; empty for a release
 */
public record SemanticVersion(List<String> core, List<String> preRelease)
    implements Comparable<SemanticVersion> {

  private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
  private static final String IDENTIFIER = "(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern FORM =
      Pattern.compile("%1$s\\.%1$s\\.%1$s(?:-(%2$s(?:\\.%2$s)*))?".formatted(NUMBER, IDENTIFIER));
  private static final int LONGEST = 64;

  /** Numbers by value, before names; names by their characters. */
  private static final Comparator<String> BY_IDENTIFIER =
      Comparator.comparing((String identifier) -> !numeric(identifier))
          .thenComparing(identifier -> numeric(identifier) ? identifier.length() : 0)
          .thenComparing(Comparator.naturalOrder());

  public SemanticVersion {
    core = List.copyOf(core);
    preRelease = List.copyOf(preRelease);
  }

  /** The version written so, or nothing when it is not one. */
  public static Optional<SemanticVersion> read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SemanticVersion(
            List.of(matcher.group(1), matcher.group(2), matcher.group(3)),
            matcher.group(4) == null ? List.of() : List.of(matcher.group(4).split("\\.", -1))));
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int byCore = compare(core, other.core);
    if (byCore != 0) {
      return byCore;
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      // A release stands above its pre-releases.
      return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
    }
    return compare(preRelease, other.preRelease);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return String.join(".", core)
        + (preRelease.isEmpty() ? "" : "-" + String.join(".", preRelease));
  }

  private static int compare(List<String> some, List<String> others) {
    for (int at = 0; at < Math.min(some.size(), others.size()); at++) {
      int difference = BY_IDENTIFIER.compare(some.get(at), others.get(at));
      if (difference != 0) {
        return difference;
      }
    }
    return Integer.compare(some.size(), others.size());
  }

  private static boolean numeric(String identifier) {
    return identifier.chars().allMatch(character -> character >= '0' && character <= '9');
  }
}
