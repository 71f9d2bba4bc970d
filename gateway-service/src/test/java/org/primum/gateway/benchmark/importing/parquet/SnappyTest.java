package org.primum.gateway.benchmark.importing.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnappyTest {

  @Test
  void copiesMayReachIntoWhatTheyWrite() {
    // Length 10; the literal "ab"; then 8 bytes from 2 back.
    ByteBuffer packed = bytes(10, 0x04, 'a', 'b', 0x11, 2);

    byte[] unpacked = Snappy.unpack(packed, 10);

    assertThat(new String(unpacked, StandardCharsets.US_ASCII)).isEqualTo("ababababab");
  }

  @ParameterizedTest
  @CsvSource({
    "'10,4,97,98,17,2', 9, of the size it says",
    "'10,4,97,98,17,3', 10, begins before the page",
    "'10,4,97,98', 10, ends early",
    "'127,4,97,98', 127, ends early"
  })
  void whatDoesNotFitIsDamaged(String packed, int size, String message) {
    int[] values =
        java.util.Arrays.stream(packed.split(",", -1)).mapToInt(Integer::parseInt).toArray();

    assertThatThrownBy(() -> Snappy.unpack(bytes(values), size))
        .isInstanceOf(DamagedParquetException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nothingIsWrittenBehindTheEnd() {
    // Length 3, and a literal of 4.
    ByteBuffer packed = bytes(3, 0x0c, 'a', 'b', 'c', 'd');

    assertThatThrownBy(() -> Snappy.unpack(packed, 3))
        .isInstanceOf(java.nio.BufferOverflowException.class);
  }

  private static ByteBuffer bytes(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }
}
