package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is taken together is divided evenly, and nothing is lost. */
class SequencesTest {

  @Property
  void everythingIsInOneOfThemAndTheyAreEven(
      @ForAll @IntRange(max = 200) int size, @ForAll @IntRange(min = 1, max = 64) int places) {
    List<List<Integer>> sequences = sequences(size, places);

    assertThat(sequences).hasSize(Math.min(size, places));
    assertThat(sequences.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(IntStream.range(0, size).boxed().toList());
    if (size > 0) {
      assertThat(sequences.getFirst().size() - sequences.getLast().size()).isBetween(0, 1);
    }
  }

  /** The statements that take tasks mark those as holding a place. */
  @Property
  void theLastOfEachAreTheLastOfAll(
      @ForAll @IntRange(min = 1, max = 200) int size,
      @ForAll @IntRange(min = 1, max = 64) int places) {
    Set<Integer> last = new HashSet<>();
    sequences(size, places).forEach(sequence -> last.add(sequence.getLast()));

    assertThat(last)
        .isEqualTo(
            new HashSet<>(IntStream.range(Math.max(0, size - places), size).boxed().toList()));
  }

  private static List<List<Integer>> sequences(int size, int places) {
    List<List<Integer>> all = IntStream.range(0, size).boxed().map(List::of).toList();
    return Sequences.of(
        all,
        places,
        (first, then) -> {
          List<Integer> joined = new ArrayList<>(first);
          then.forEach(joined::addAll);
          return joined;
        });
  }
}
