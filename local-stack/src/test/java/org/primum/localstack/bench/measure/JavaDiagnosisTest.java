package org.primum.localstack.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaDiagnosisTest {

  @Test
  void readsTheTotalOfAHistogram() {
    String histogram =
        """
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         12345        1234567  [B (java.base@25)
        Total         54321        7654321
        """;

    assertThat(JavaDiagnosis.histogramTotal(histogram)).hasValue(7_654_321L);
    assertThat(JavaDiagnosis.histogramTotal("No such process\n")).isEmpty();
  }
}
