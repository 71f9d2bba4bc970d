package org.primum.gateway.benchmark.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.benchmark.FrozenJudging;
import org.primum.gateway.benchmark.VersionItems;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.Item;
import org.primum.protocol.benchmark.VersionHash;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;

/** Whether what is stored of a published version is still what was published. */
@ApplicationScoped
public class StoredContent {

  private static final Logger LOG = Logger.getLogger(StoredContent.class);

  private final FrozenJudging frozen;
  private final VersionItems items;

  StoredContent(FrozenJudging frozen, VersionItems items) {
    this.frozen = frozen;
    this.items = items;
  }

  /** The hash over all that can move a number. */
  public static String hash(
      List<Item> items, VersionSettings settings, SortedMap<String, JudgingProtocol> judging) {
    SortedMap<String, String> hashes = new TreeMap<>();
    judging.forEach((suite, protocol) -> hashes.put(suite, protocol.hash()));
    return VersionHash.of(items, settings, hashes);
  }

  /**
   * Computes the hash anew, from everything stored, and compares.
   *
   * @throws Problem when it is not the one the version was published with
   */
  public void check(BenchmarkVersion version) {
    if (!matches(version)) {
      LOG.errorf(
          "content does not match its hash benchmark=%s version=%s hash=%s",
          version.benchmark(), version.version(), version.contentHash());
      throw Problem.conflict(
          """
          The content of version %s of %s no longer matches the hash it was published with: it was \
          changed in the database, or this release of Primum asks or judges in other words than the \
          one that published it. Nothing was started. After an update, an administrator has to \
          retire it and publish its content as a new version; otherwise its rows have to be restored \
          from a backup.\
          """
              .formatted(version.version(), version.benchmark()));
    }
  }

  /** Whether the hash computed anew is the one it was published with. */
  public boolean matches(BenchmarkVersion version) {
    try {
      return hash(items.all(version.id()), version.settings(), frozen.of(version))
          .equals(version.contentHash());
    } catch (IllegalArgumentException unreadable) {
      LOG.errorf("content cannot be read reason=\"%s\"", unreadable.getMessage());
      return false;
    }
  }
}
