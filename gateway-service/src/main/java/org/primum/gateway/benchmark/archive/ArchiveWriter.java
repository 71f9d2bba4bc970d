package org.primum.gateway.benchmark.archive;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.primum.protocol.Item;
import org.primum.protocol.Json;

/**
 * Writes an archive as a stream: the manifest, a file of each suite's items, and the checksums. The
 * same version always makes the same bytes.
 */
final class ArchiveWriter {

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Breaks lines in the same way on every system. */
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private final ZipOutputStream zip;
  private final StringBuilder sums = new StringBuilder();
  private final String canary;
  private String open;
  private DigestOutputStream content;

  /** Begins an archive with its manifest. */
  ArchiveWriter(OutputStream target, Manifest manifest) throws IOException {
    this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    this.canary = manifest.canary();
    begin(Archive.MANIFEST);
    line(Json.MAPPER.writer(PRINTER).writeValueAsString(manifest));
  }

  /** Begins the items of a suite. */
  void suite(String suite) throws IOException {
    begin(Archive.entryOf(suite));
  }

  /** Adds an item to the suite that was begun. */
  void item(Item item) throws IOException {
    line(Json.write(ArchivedItem.of(item, canary)));
  }

  /** Ends the archive; the stream it goes to stays open. */
  void finish() throws IOException {
    end();
    zip.putNextEntry(entry(Archive.SUMS));
    zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  private void begin(String name) throws IOException {
    end();
    open = name;
    content = new DigestOutputStream(zip, sha256());
    zip.putNextEntry(entry(name));
  }

  private void end() throws IOException {
    if (open != null) {
      zip.closeEntry();
      sums.append(HexFormat.of().formatHex(content.getMessageDigest().digest()))
          .append("  ")
          .append(open)
          .append('\n');
    }
    open = null;
  }

  private void line(String text) throws IOException {
    content.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    return entry;
  }
}
