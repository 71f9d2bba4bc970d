package org.primum.leaderboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BoardQueryTest {

  /** The state of the board is its address, whatever was entered. */
  @Property
  void theAddressSaysItAll(
      @ForAll @StringLength(max = 120) String search,
      @ForAll @StringLength(max = 120) String organization,
      @ForAll @StringLength(max = 20) String order,
      @ForAll @StringLength(max = 12) String page) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    parameters.add("search", search);
    parameters.add("organization", organization);
    parameters.add("order", order);
    parameters.add("page", page);
    parameters.add("weights", "open");
    parameters.add("columns", "length");
    BoardQuery query = BoardQuery.of(parameters);

    BoardQuery again = BoardQuery.of(parsed(query.address()));

    assertThat(again).isEqualTo(query);
    assertThat(again.address()).isEqualTo(query.address());
    assertThat(URI.create(query.address()).getPath()).isEqualTo("/");
  }

  @Test
  void whatMakesNoSenseIsNotThere() {
    BoardQuery query =
        BoardQuery.of(
            parsed("/?order=nonsense&since=yesterday&size=huge&page=-3&columns=&group=&tuning="));

    assertThat(query).isEqualTo(BoardQuery.of(parsed("/?columns=")));
    assertThat(query.chips()).isEmpty();
  }

  @Test
  void eachChipTakesOneFilterAway() {
    BoardQuery query =
        BoardQuery.of(parsed("/?search=a&organization=b&size=small&since=2026-01-02&page=4"));

    assertThat(query.chips())
        .extracting(BoardQuery.Chip::words)
        .containsExactly("“a”", "b", "Size: up to 10 billion", "since 2026-01-02");
    assertThat(query.chips().getFirst().without())
        .isEqualTo("/?organization=b&size=small&since=2026-01-02");
  }

  @Test
  void columnsAreTheUsualOnesUntilSomebodyChooses() {
    assertThat(BoardQuery.of(parsed("/")).columns()).isEqualTo(ExtraColumn.usual());
    assertThat(BoardQuery.of(parsed("/?columns=chosen")).columns()).isEmpty();
    assertThat(BoardQuery.of(parsed("/?columns=chosen&columns=length&columns=x")).columns())
        .containsExactly(ExtraColumn.LENGTH);
  }

  private static MultivaluedMap<String, String> parsed(String address) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    String query = address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    for (String pair : query.isEmpty() ? List.<String>of() : List.of(query.split("&"))) {
      int equals = pair.indexOf('=');
      parameters.add(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
