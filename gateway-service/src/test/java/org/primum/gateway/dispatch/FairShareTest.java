package org.primum.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.primum.gateway.dispatch.FairShare.Claimant;

class FairShareTest {

  private static final UUID JUDGE = new UUID(0, 1);
  private static final UUID SECOND_JUDGE = new UUID(0, 2);

  @Test
  void aSmallOneIsNotHeldUpByABigOne() {
    Map<String, Integer> shares =
        FairShare.divide(
            List.of(one("big", "ann", 40, 5_000), one("small", "bob", 0, 20)), Map.of(JUDGE, 24));

    assertThat(shares).isEqualTo(Map.of("small", 20, "big", 4));
  }

  @Test
  void twoThatWantMuchEvenOut() {
    Map<String, Integer> shares =
        FairShare.divide(
            List.of(one("first", "ann", 10, 100), one("second", "bob", 2, 100)), Map.of(JUDGE, 12));

    assertThat(shares).isEqualTo(Map.of("first", 2, "second", 10));
  }

  @Test
  void nobodyGetsMoreBySubmittingMore() {
    Map<String, Integer> shares =
        FairShare.divide(
            List.of(
                one("ann's first", "ann", 0, 100),
                one("ann's second", "ann", 0, 100),
                one("ann's third", "ann", 0, 100),
                one("bob's", "bob", 0, 100)),
            Map.of(JUDGE, 12));

    assertThat(shares)
        .isEqualTo(Map.of("ann's first", 2, "ann's second", 2, "ann's third", 2, "bob's", 6));
  }

  @Test
  void whoNeedsTwoJudgesTakesAPlaceAtEach() {
    Map<String, Integer> shares =
        FairShare.divide(
            List.of(
                new Claimant<>("panel", "ann", List.of(JUDGE, SECOND_JUDGE), 0, 10),
                new Claimant<>("alone", "bob", List.of(JUDGE), 0, 10)),
            Map.of(JUDGE, 8, SECOND_JUDGE, 2));

    assertThat(shares).isEqualTo(Map.of("panel", 2, "alone", 6));
  }

  @Property
  void noPlaceIsGivenTwiceAndNoneIsLeftThatSomebodyWants(
      @ForAll("claimants") List<Claimant<Integer>> claimants,
      @ForAll("free") Map<UUID, Integer> free) {
    Map<Integer, Integer> shares = FairShare.divide(claimants, free);

    Map<UUID, Integer> taken = new HashMap<>();
    claimants.forEach(
        one ->
            one.endpoints()
                .forEach(
                    endpoint ->
                        taken.merge(endpoint, shares.getOrDefault(one.name(), 0), Integer::sum)));
    taken.forEach(
        (endpoint, places) ->
            assertThat(places).isLessThanOrEqualTo(Math.max(0, free.getOrDefault(endpoint, 0))));
    for (Claimant<Integer> one : claimants) {
      int share = shares.getOrDefault(one.name(), 0);
      boolean satisfied = share >= one.wanted();
      boolean noPlace =
          one.endpoints().stream()
              .anyMatch(
                  endpoint ->
                      taken.getOrDefault(endpoint, 0)
                          >= Math.max(0, free.getOrDefault(endpoint, 0)));
      assertThat((long) share).isLessThanOrEqualTo(one.wanted());
      assertThat(satisfied || noPlace).isTrue();
    }
  }

  @Provide
  Arbitrary<List<Claimant<Integer>>> claimants() {
    Arbitrary<Claimant<Integer>> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 1_000_000),
                Arbitraries.of("ann", "bob", "cem"),
                Arbitraries.of(JUDGE, SECOND_JUDGE)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(2)
                    .uniqueElements(),
                Arbitraries.longs().between(0, 20),
                Arbitraries.longs().between(0, 20))
            .as(Claimant::new);
    return one.list().ofMaxSize(6).uniqueElements(Claimant::name);
  }

  @Provide
  Arbitrary<Map<UUID, Integer>> free() {
    return Arbitraries.maps(
        Arbitraries.of(JUDGE, SECOND_JUDGE), Arbitraries.integers().between(-3, 30));
  }

  private static Claimant<String> one(String name, String owner, long inFlight, long wanted) {
    return new Claimant<>(name, owner, List.of(JUDGE), inFlight, wanted);
  }
}
