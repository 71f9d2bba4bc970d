package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The types of value that are read, as they are written plainly. */
enum ValueType {
  INTEGER {
    @Override
    Object read(ByteBuffer bytes) {
      return bytes.getInt();
    }
  },
  LONG {
    @Override
    Object read(ByteBuffer bytes) {
      return bytes.getLong();
    }
  },
  FLOAT {
    @Override
    Object read(ByteBuffer bytes) {
      return bytes.getFloat();
    }
  },
  DOUBLE {
    @Override
    Object read(ByteBuffer bytes) {
      return bytes.getDouble();
    }
  },
  TEXT {
    @Override
    Object read(ByteBuffer bytes) {
      int length = bytes.getInt();
      ByteBuffer text = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
      } catch (CharacterCodingException wrong) {
        throw new UnsupportedParquetException(
            "The Parquet file holds text that is not UTF-8. Write it again as UTF-8.");
      }
    }
  };

  /** Reads one value, the lowest byte first. */
  abstract Object read(ByteBuffer bytes);

  /** The type with that number in the format; null when it is not read here. */
  static ValueType of(int number) {
    return switch (number) {
      case 1 -> INTEGER;
      case 2 -> LONG;
      case 4 -> FLOAT;
      case 5 -> DOUBLE;
      case 6 -> TEXT;
      default -> null;
    };
  }
}
