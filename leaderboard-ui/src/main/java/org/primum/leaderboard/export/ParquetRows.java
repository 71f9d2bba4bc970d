package org.primum.leaderboard.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit.MICROS;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.primum.protocol.Json;

/**
 * A flat Parquet file, compressed by gzip, which every reader knows. Rows are written out as soon
 * as a few megabytes have come together, so a long table needs no more memory than a short one.
 */
final class ParquetRows<R> implements RowWriter<R> {

  private static final long ROW_GROUP_BYTES = 8L << 20;

  /** Rows may be large, so the size is looked at early, and then as often as it grows. */
  private static final int LOOK_AFTER_ROWS = 4;

  private final OutputStream out;
  private final ParquetWriter<R> file;

  ParquetRows(OutputStream out, List<Column<R>> columns) throws IOException {
    this.out = out;
    file =
        new Builder<>(new Sequential(out), columns)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Gzip())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withMinRowCountForPageSizeCheck(LOOK_AFTER_ROWS)
            .build();
  }

  @Override
  public void write(R row) throws IOException {
    file.write(row);
  }

  @Override
  public void end() throws IOException {
    file.close();
    out.flush();
  }

  private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {

    private final List<Column<R>> columns;

    Builder(OutputFile file, List<Column<R>> columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    /** The library has not taken its old way away yet, so it must be there. */
    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new Rows<>(columns);
    }

    @Override
    protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
      return new Rows<>(columns);
    }
  }

  /** Hands the cells of a row over by the types of their columns. */
  private static final class Rows<R> extends WriteSupport<R> {

    private final List<Column<R>> columns;
    private RecordConsumer record;

    Rows(List<Column<R>> columns) {
      this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(), Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema(), Map.of());
    }

    private MessageType schema() {
      Types.MessageTypeBuilder schema = Types.buildMessage();
      for (Column<R> column : columns) {
        switch (column.kind()) {
          case TEXT, NESTED -> schema.optional(BINARY).as(stringType()).named(column.name());
          case WHOLE -> schema.optional(INT32).named(column.name());
          case DECIMAL -> schema.optional(DOUBLE).named(column.name());
          case YES_NO -> schema.optional(BOOLEAN).named(column.name());
          case INSTANT ->
              schema.optional(INT64).as(timestampType(true, MICROS)).named(column.name());
        }
      }
      return schema.named("primum");
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      record = consumer;
    }

    @Override
    public void write(R row) {
      record.startMessage();
      for (int at = 0; at < columns.size(); at++) {
        Column<R> column = columns.get(at);
        Object value = column.of(row);
        if (value != null) {
          record.startField(column.name(), at);
          add(column.kind(), value);
          record.endField(column.name(), at);
        }
      }
      record.endMessage();
    }

    private void add(Column.Kind kind, Object value) {
      switch (kind) {
        case TEXT -> record.addBinary(Binary.fromString((String) value));
        case NESTED -> record.addBinary(Binary.fromString(Json.write(value)));
        case WHOLE -> record.addInteger((Integer) value);
        case DECIMAL -> record.addDouble((Double) value);
        case YES_NO -> record.addBoolean((Boolean) value);
        case INSTANT -> record.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
      }
    }
  }

  /** A stream as the library's destination: Parquet is written from front to back. */
  private record Sequential(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSize) {
      return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return new Counted(out);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counted extends PositionOutputStream {

    private final OutputStream out;
    private long position;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      position += length;
    }
  }
}
