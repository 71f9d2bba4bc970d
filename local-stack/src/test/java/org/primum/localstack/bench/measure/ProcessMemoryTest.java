package org.primum.localstack.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

  @Test
  void readsThePeak() {
    String status = "Name:\tjava\nVmPeak:\t  999 kB\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n";

    assertThat(ProcessMemory.peak(status)).hasValue(2_097_152L);
  }

  @Test
  void readsNothingWhereNothingIsTold() {
    assertThat(ProcessMemory.peak("Name:\tkthreadd\n")).isEmpty();
    assertThat(ProcessMemory.peak(-1L)).isEmpty();
  }
}
