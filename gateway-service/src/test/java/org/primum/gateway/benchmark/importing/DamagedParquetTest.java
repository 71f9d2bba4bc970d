package org.primum.gateway.benchmark.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DamagedParquetTest {

  private static final byte[] WHOLE = Resources.bytes("over-refusal-snappy.parquet");

  /** Any byte of a file may be wrong, and nothing worse comes of it than a refusal. */
  @Property(tries = 2_000)
  void aDamagedFileIsReadOrRefused(@ForAll("damages") List<Damage> damages) throws IOException {
    byte[] damaged = WHOLE.clone();
    damages.forEach(damage -> damaged[damage.place()] = damage.value());
    AtomicInteger rows = new AtomicInteger();
    String refusal = null;

    try {
      ParquetRows.read(new ByteArrayInputStream(damaged), new Counter(rows));
    } catch (UnusableFileException refused) {
      refusal = refused.getMessage();
    }

    assertThat(refusal == null || refusal.startsWith("The Parquet file")).isTrue();
    assertThat(rows.get()).isLessThan(1_000_000);
  }

  @Provide
  Arbitrary<List<Damage>> damages() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, WHOLE.length - 1);
    Arbitrary<Byte> values = Arbitraries.bytes();
    return places
        .flatMap(place -> values.map(value -> new Damage(place, value)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /**
   * A wrong byte.
   *
   * @param place where
   * @param value what is there instead
   */
  record Damage(int place, byte value) {}

  /** Counts what is read. */
  private record Counter(AtomicInteger rows) implements RowHandler {

    @Override
    public void begin(List<String> columns) {}

    @Override
    public void row(Row row) {
      rows.incrementAndGet();
    }

    @Override
    public void unreadable(int line, String problem) {
      throw new AssertionError(problem);
    }
  }
}
