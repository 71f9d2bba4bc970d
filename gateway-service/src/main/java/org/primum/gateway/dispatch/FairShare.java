package org.primum.gateway.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Divides the free places of endpoints: each place goes to whom the owner with the fewest places
 * has, and among that owner's to the one with the fewest. So a small evaluation is not held up by a
 * big one, and nobody gets more by submitting more.
 */
final class FairShare {

  /**
   * Somebody who can use places.
   *
   * @param name names it in the result
   * @param owner whose it is
   * @param endpoints it takes one place at each of them at a time
   * @param inFlight places it has
   * @param wanted most places it can use on top
   */
  record Claimant<K>(K name, String owner, List<UUID> endpoints, long inFlight, long wanted) {}

  private FairShare() {}

  /**
   * Divides.
   *
   * @param claimants in the order in which ties are broken
   * @param free places by endpoint; an endpoint that is missing has none
   * @return how many further places each gets; who gets none is left out
   */
  static <K> Map<K, Integer> divide(List<Claimant<K>> claimants, Map<UUID, Integer> free) {
    Map<String, Long> byOwner = new HashMap<>();
    claimants.forEach(one -> byOwner.merge(one.owner(), one.inFlight(), Long::sum));
    Map<UUID, Integer> left = new HashMap<>(free);
    Map<K, Integer> shares = new HashMap<>();
    List<Claimant<K>> open = new ArrayList<>(claimants);
    while (true) {
      open.removeIf(one -> one.wanted() <= share(shares, one) || !placeAt(one.endpoints(), left));
      if (open.isEmpty()) {
        return shares;
      }
      Claimant<K> next =
          open.stream()
              .min(
                  Comparator.<Claimant<K>>comparingLong(one -> byOwner.get(one.owner()))
                      .thenComparingLong(one -> one.inFlight() + share(shares, one)))
              .orElseThrow();
      shares.merge(next.name(), 1, Integer::sum);
      byOwner.merge(next.owner(), 1L, Long::sum);
      next.endpoints().forEach(endpoint -> left.merge(endpoint, -1, Integer::sum));
    }
  }

  private static <K> int share(Map<K, Integer> shares, Claimant<K> one) {
    return shares.getOrDefault(one.name(), 0);
  }

  private static boolean placeAt(List<UUID> endpoints, Map<UUID, Integer> left) {
    return endpoints.stream().allMatch(endpoint -> left.getOrDefault(endpoint, 0) > 0);
  }
}
