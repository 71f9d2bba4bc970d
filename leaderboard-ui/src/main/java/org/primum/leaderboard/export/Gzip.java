package org.primum.leaderboard.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses pages of a Parquet file with the JDK's gzip, without Hadoop and native code. */
final class Gzip implements CompressionCodecFactory, CompressionCodecFactory.BytesInputCompressor {

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return this;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    throw new UnsupportedOperationException("nothing is read here");
  }

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      page.writeAllTo(gzip);
    }
    return BytesInput.from(compressed);
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.GZIP;
  }

  @Override
  public void release() {}
}
