package org.primum.gateway.benchmark.importing.parquet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A struct in Thrift's compact encoding, which Parquet's footer and page headers are written in:
 * values by their field numbers.
 */
final class ThriftStruct {

  private static final int DEEPEST = 16;
  private static final int STOP = 0;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int LONG = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;

  private final Map<Integer, Object> fields = new HashMap<>();

  private ThriftStruct() {}

  /** Reads a struct and leaves the buffer behind it. */
  static ThriftStruct read(ByteBuffer bytes) {
    return read(bytes, 0);
  }

  boolean has(int field) {
    return fields.containsKey(field);
  }

  /** A number that must be there and fit. */
  int number(int field) {
    return Math.toIntExact((Long) required(field));
  }

  int number(int field, int otherwise) {
    return has(field) ? number(field) : otherwise;
  }

  boolean flag(int field, boolean otherwise) {
    return has(field) ? (Boolean) required(field) : otherwise;
  }

  String text(int field) {
    return new String((byte[]) required(field), StandardCharsets.UTF_8);
  }

  ThriftStruct struct(int field) {
    return (ThriftStruct) required(field);
  }

  List<ThriftStruct> structs(int field) {
    return ((List<?>) required(field)).stream().map(ThriftStruct.class::cast).toList();
  }

  private Object required(int field) {
    Object value = fields.get(field);
    if (value == null) {
      throw new DamagedParquetException("field " + field + " is missing");
    }
    return value;
  }

  private static ThriftStruct read(ByteBuffer bytes, int depth) {
    if (depth > DEEPEST) {
      throw new DamagedParquetException("nested too deeply");
    }
    ThriftStruct struct = new ThriftStruct();
    int field = 0;
    for (int header = bytes.get() & 0xff; header != STOP; header = bytes.get() & 0xff) {
      int step = header >> 4;
      field = step == 0 ? (int) signed(bytes) : field + step;
      int type = header & 0x0f;
      boolean flag = type == TRUE || type == FALSE;
      struct.fields.put(field, flag ? (Object) (type == TRUE) : value(bytes, type, depth));
    }
    return struct;
  }

  private static Object value(ByteBuffer bytes, int type, int depth) {
    return switch (type) {
      case TRUE, FALSE -> bytes.get() == TRUE;
      case BYTE -> (long) bytes.get();
      case 4, 5, LONG -> signed(bytes);
      case DOUBLE -> bytes.order(ByteOrder.LITTLE_ENDIAN).getDouble();
      case BINARY -> binary(bytes);
      case LIST, SET -> list(bytes, depth);
      case MAP -> map(bytes, depth);
      case STRUCT -> read(bytes, depth + 1);
      default -> throw new DamagedParquetException("unknown type " + type);
    };
  }

  private static List<Object> list(ByteBuffer bytes, int depth) {
    int header = bytes.get() & 0xff;
    int size = header >> 4 == 15 ? size(bytes) : header >> 4;
    List<Object> values = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      values.add(value(bytes, header & 0x0f, depth + 1));
    }
    return values;
  }

  private static Map<Object, Object> map(ByteBuffer bytes, int depth) {
    Map<Object, Object> values = new HashMap<>();
    int size = size(bytes);
    int types = size == 0 ? 0 : bytes.get() & 0xff;
    for (int at = 0; at < size; at++) {
      Object key = value(bytes, types >> 4, depth + 1);
      values.put(key, value(bytes, types & 0x0f, depth + 1));
    }
    return values;
  }

  private static byte[] binary(ByteBuffer bytes) {
    byte[] value = new byte[size(bytes)];
    bytes.get(value);
    return value;
  }

  /** How much follows: never more than there are bytes left, as everything takes at least one. */
  private static int size(ByteBuffer bytes) {
    long size = VariableLength.read(bytes);
    if (size < 0 || size > bytes.remaining()) {
      throw new DamagedParquetException("longer than the file");
    }
    return (int) size;
  }

  private static long signed(ByteBuffer bytes) {
    long value = VariableLength.read(bytes);
    return (value >>> 1) ^ -(value & 1);
  }
}
