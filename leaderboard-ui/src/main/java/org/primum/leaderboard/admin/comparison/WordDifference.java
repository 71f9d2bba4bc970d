package org.primum.leaderboard.admin.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What became of a text, word by word.
 *
 * @param parts the text in order, with what was taken out and what was put in
 */
public record WordDifference(List<Part> parts) {

  /** Words of the longest text compared; longer ones are shown whole, twice. */
  static final int LONGEST = 5_000;

  // A word with the space before it, so that two words in a row change as one.
  private static final Pattern WORDS = Pattern.compile("\\s*\\S+|\\s+");

  public WordDifference {
    parts = List.copyOf(parts);
  }

  /** What happened to a part of the text. */
  public enum Fate {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A part of the text. */
  public record Part(Fate fate, String text) {

    /** Whether only the text after has it. */
    public boolean added() {
      return fate == Fate.ADDED;
    }

    /** Whether only the text before has it. */
    public boolean removed() {
      return fate == Fate.REMOVED;
    }
  }

  /** The difference between two texts. */
  public static WordDifference between(String before, String after) {
    List<String> old = words(before);
    List<String> young = words(after);
    Parts parts = new Parts();
    if (old.size() > LONGEST || young.size() > LONGEST) {
      parts.change(List.of(before), List.of(after));
      return new WordDifference(parts.all());
    }
    int done = 0;
    // The usual algorithm needs memory for the square of the number of changes.
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, young, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      parts.keep(old.subList(done, delta.getSource().getPosition()));
      parts.change(delta.getSource().getLines(), delta.getTarget().getLines());
      done = delta.getSource().getPosition() + delta.getSource().size();
    }
    parts.keep(old.subList(done, old.size()));
    return new WordDifference(parts.all());
  }

  private static List<String> words(String text) {
    return WORDS.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Joins neighbouring words of the same fate. */
  private static final class Parts {

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    void change(List<String> before, List<String> after) {
      before.forEach(removed::append);
      after.forEach(added::append);
    }

    void keep(List<String> words) {
      if (!words.isEmpty()) {
        flush();
        parts.add(new Part(Fate.KEPT, String.join("", words)));
      }
    }

    List<Part> all() {
      flush();
      return parts;
    }

    private void flush() {
      if (!removed.isEmpty()) {
        parts.add(new Part(Fate.REMOVED, removed.toString()));
        removed.setLength(0);
      }
      if (!added.isEmpty()) {
        parts.add(new Part(Fate.ADDED, added.toString()));
        added.setLength(0);
      }
    }
  }
}
