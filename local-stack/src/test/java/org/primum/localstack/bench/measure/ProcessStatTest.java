package org.primum.localstack.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessStatTest {

  private static final String LINE =
      "42 (odd) name (x) S 7 42 42 0 -1 4194560 900 80 1 2 250 50 30 20 20 0 12 0 999 1 2 3";

  @Test
  void readsTimesAfterANameWithBrackets() {
    assertThat(ProcessStat.parse(LINE)).contains(new ProcessStat(42, "odd) name (x", 7, 300, 50));
  }

  @Test
  void readsNothingOfWhatIsNoSuchLine() {
    assertThat(ProcessStat.parse("")).isEmpty();
    assertThat(ProcessStat.parse("42 (java) S 7 42")).isEmpty();
    assertThat(ProcessStat.parse("x (java) S 7 42 42 0 -1 0 0 0 0 0 1 1 1 1")).isEmpty();
  }

  @Test
  void countsAFamilyWithThoseItLost() {
    ProcessList processes =
        new ProcessList(
            List.of(
                new ProcessStat(1, "first", 0, 1_000, 0),
                new ProcessStat(10, "server", 1, 100, 40),
                new ProcessStat(11, "worker", 10, 30, 0),
                new ProcessStat(12, "helper", 11, 5, 2),
                new ProcessStat(20, "other", 1, 700, 0)));

    assertThat(processes.cpuSeconds(10)).isEqualTo(1.77);
    assertThat(processes.ownCpuSeconds(10)).isEqualTo(1.0);
    assertThat(processes.cpuSeconds(99)).isZero();
    assertThat(processes.named("worker")).extracting(ProcessStat::pid).containsExactly(11L);
  }
}
