package org.primum.protocol.statistics;

import java.util.BitSet;
import org.primum.protocol.Require;

/**
 * What came of one model's items by yes or no, to be compared with another's on the same items.
 *
 * @param known the places of items that have an outcome
 * @param yes the places of those whose outcome is yes
 */
public record YesNo(BitSet known, BitSet yes) {

  public YesNo {
    known = (BitSet) Require.present(known, "known").clone();
    yes = (BitSet) Require.present(yes, "yes").clone();
    yes.and(known);
  }

  @Override
  public BitSet known() {
    return (BitSet) known.clone();
  }

  @Override
  public BitSet yes() {
    return (BitSet) yes.clone();
  }

  /** Items that have an outcome here and there. */
  public int shared(YesNo other) {
    BitSet both = (BitSet) known.clone();
    both.and(other.known);
    return both.cardinality();
  }

  /** Items with yes here and no there. */
  public int onlyHere(YesNo other) {
    BitSet only = (BitSet) yes.clone();
    only.and(other.known);
    only.andNot(other.yes);
    return only.cardinality();
  }

  /** The places of items that have an outcome here and there, not the same one. */
  public BitSet differing(YesNo other) {
    BitSet places = (BitSet) yes.clone();
    places.xor(other.yes);
    places.and(known);
    places.and(other.known);
    return places;
  }

  /** Whether this and the other differ, on the items both have. */
  public McNemar against(YesNo other) {
    return McNemar.of(onlyHere(other), other.onlyHere(this));
  }
}
