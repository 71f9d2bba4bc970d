package org.primum.gateway.benchmark.importing;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names that a stranger chose, as they are shown in a sentence: short and on one line. */
final class Shown {

  private static final int LONGEST = 100;
  private static final int MOST = 20;

  private Shown() {}

  static String name(String name) {
    String line = name.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  static String columns(Collection<String> columns) {
    String shown =
        columns.stream()
            .limit(MOST)
            .map(column -> "\"" + name(column) + "\"")
            .collect(Collectors.joining(", "));
    return columns.size() <= MOST ? shown : shown + ", …";
  }
}
