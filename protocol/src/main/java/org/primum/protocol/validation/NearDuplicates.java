package org.primum.protocol.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.primum.protocol.Item;

/**
 * Pairs of prompts that share most of their runs of {@value Shingles#WORDS} words (A. Z. Broder,
 * "On the Resemblance and Containment of Documents", 1997), over all suites at once. Prompts with
 * different documents or instructions are different tests and make no pair.
 *
 * <p>All pairs are found, not only likely ones: with the rarest shingle first, two sets that are
 * similar enough share one among the first few of each, so an index over these few finds every
 * candidate (S. Chaudhuri, V. Ganti and R. Kaushik, "A Primitive Operator for Similarity Joins in
 * Data Cleaning", ICDE 2006; R. J. Bayardo, Y. Ma and R. Srikant, "Scaling Up All Pairs Similarity
 * Search", WWW 2007). Each candidate is then counted out.
 */
public final class NearDuplicates {

  /**
   * Least Jaccard similarity, shared shingles by all shingles of both, in percent. Prompts that
   * differ in one word on purpose, as safe and unsafe twins do, stay below it unless they are long.
   */
  public static final int THRESHOLD_PERCENT = 80;

  /**
   * Shared elements by those of both sets together, each counted in both, where they are similar.
   */
  private static final int PERCENT_OF_BOTH = 100 + THRESHOLD_PERCENT;

  /** The search ends here: nobody reads more, and a set made from one template has millions. */
  public static final int MAX_PAIRS = 1_000;

  /**
   * Two items whose prompts are nearly the same.
   *
   * @param first the one that comes first in the list
   * @param second the other
   * @param similarity Jaccard similarity of their shingles, up to 1
   */
  public record Pair(Item first, Item second, double similarity) {}

  private final List<Item> items;
  private final int[][] sets;
  private final PrefixIndex index;
  private final List<Pair> pairs = new ArrayList<>();

  private NearDuplicates(List<Item> items) {
    this.items = items;
    long[][] shingles =
        items.stream().map(item -> Shingles.of(item.prompt())).toArray(long[][]::new);
    RarestFirst rarestFirst = new RarestFirst(shingles);
    this.sets = Arrays.stream(shingles).map(rarestFirst::ranks).toArray(int[][]::new);
    this.index = new PrefixIndex(rarestFirst.distinct());
  }

  /** The pairs, the most similar first; at most {@value #MAX_PAIRS}, arbitrary ones if more. */
  public static List<Pair> pairs(List<Item> items) {
    NearDuplicates search = new NearDuplicates(items);
    search.run();
    search.pairs.sort(Comparator.comparingDouble(Pair::similarity).reversed());
    return List.copyOf(search.pairs);
  }

  private void run() {
    int[] shortestFirst =
        IntStream.range(0, sets.length)
            .boxed()
            .sorted(Comparator.comparingInt(item -> sets[item].length))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int item : shortestFirst) {
      int prefix = prefix(sets[item].length);
      for (int candidate : index.sharing(sets[item], prefix)) {
        compare(Math.min(item, candidate), Math.max(item, candidate));
        if (pairs.size() == MAX_PAIRS) {
          return;
        }
      }
      index.add(item, sets[item], prefix);
    }
  }

  /** Two sets can only be similar if they share one of this many first elements. */
  private static int prefix(int size) {
    return size == 0 ? 0 : size - Math.ceilDiv(size * THRESHOLD_PERCENT, 100) + 1;
  }

  private void compare(int first, int second) {
    int[] one = sets[first];
    int[] other = sets[second];
    int needed = Math.ceilDiv((one.length + other.length) * THRESHOLD_PERCENT, PERCENT_OF_BOTH);
    int shared = shared(one, other, needed);
    if (shared >= needed && sameSurroundings(first, second)) {
      double similarity = (double) shared / (one.length + other.length - shared);
      pairs.add(new Pair(items.get(first), items.get(second), similarity));
    }
  }

  private boolean sameSurroundings(int first, int second) {
    return Objects.equals(items.get(first).document(), items.get(second).document())
        && Objects.equals(items.get(first).instruction(), items.get(second).instruction());
  }

  /** How many elements both have; fewer than that when they cannot be as many as needed. */
  private static int shared(int[] one, int[] other, int needed) {
    int shared = 0;
    int left = 0;
    int right = 0;
    while (shared + Math.min(one.length - left, other.length - right) >= needed
        && left < one.length
        && right < other.length) {
      int order = Integer.compare(one[left], other[right]);
      shared += order == 0 ? 1 : 0;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return shared;
  }
}
