package org.primum.leaderboard.admin.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.admin.comparison.WordDifference.Fate;
import org.primum.leaderboard.admin.comparison.WordDifference.Part;

class WordDifferenceTest {

  @Test
  void wordsThatChangedAreTakenOutAndPutIn() {
    WordDifference difference = WordDifference.between("Is it a cold or", "Is it the flu or");

    assertThat(difference.parts())
        .containsExactly(
            new Part(Fate.KEPT, "Is it"),
            new Part(Fate.REMOVED, " a cold"),
            new Part(Fate.ADDED, " the flu"),
            new Part(Fate.KEPT, " or"));
  }

  @Test
  void theSameTextIsKept() {
    assertThat(WordDifference.between("Is it a cold?", "Is it a cold?").parts())
        .containsExactly(new Part(Fate.KEPT, "Is it a cold?"));
  }

  @Test
  void aVeryLongTextIsShownWhole() {
    String before = "word ".repeat(WordDifference.LONGEST);

    WordDifference difference = WordDifference.between(before, "word");

    assertThat(difference.parts())
        .containsExactly(new Part(Fate.REMOVED, before), new Part(Fate.ADDED, "word"));
  }

  @Property
  void bothTextsCanBeReadFromIt(
      @ForAll @CharRange(from = 'a', to = 'c') @Whitespace @StringLength(max = 60) String before,
      @ForAll @CharRange(from = 'a', to = 'c') @Whitespace @StringLength(max = 60) String after) {
    WordDifference difference = WordDifference.between(before, after);

    assertThat(without(difference, Fate.ADDED)).isEqualTo(before);
    assertThat(without(difference, Fate.REMOVED)).isEqualTo(after);
  }

  private static String without(WordDifference difference, Fate fate) {
    return difference.parts().stream()
        .filter(part -> part.fate() != fate)
        .map(Part::text)
        .collect(Collectors.joining());
  }
}
