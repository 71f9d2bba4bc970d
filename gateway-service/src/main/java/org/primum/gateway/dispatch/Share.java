package org.primum.gateway.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is handed out at once.
 *
 * @param places places at the endpoints that it takes
 * @param items most items; those of one place are worked on one after another
 * @param scarce whether no further place is free, so that others may wait for these
 * @param probe whether it is to show that an endpoint answers again: the items that were tried
 *     least come first then, since those that were tried may be to blame
 */
record Share(int places, int items, boolean scarce, boolean probe) {

  /** In the order of the version, by an index. */
  static final String IN_ORDER = "ordinal";

  /** For probes, which are rare. */
  static final String LEAST_TRIED_FIRST = "attempts, ordinal";

  /** Those that are probes, or those that are not. */
  static <K> Map<K, Share> only(Map<K, Share> shares, boolean probes) {
    Map<K, Share> some = new LinkedHashMap<>(shares);
    some.values().removeIf(share -> share.probe() != probes);
    return some;
  }
}
