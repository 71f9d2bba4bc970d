package org.primum.gateway.benchmark.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.primum.gateway.ZipFiles;
import org.primum.gateway.benchmark.publication.StoredContent;
import org.primum.protocol.Endpoint;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.benchmark.VersionSettings;
import org.primum.protocol.judging.JudgingProtocol;
import org.primum.protocol.suite.Suites;

class ArchiveTest {

  private static final List<Item> SOME =
      List.of(
          new Item("a", "patient-safety", "1", null, "May I?"),
          new Item("b", "patient-safety", "2", null, "Shall I?", null, null, Item.PRIVATE));

  @Property(tries = 100)
  void whatIsReadIsWrittenAgainByteForByte(
      @ForAll("contents") List<Item> items, @ForAll("settings") VersionSettings settings) {
    byte[] written = write(manifest(items, settings), items);

    Archive read = read(written);

    assertThat(write(read.manifest(), read.items())).isEqualTo(written);
    assertThat(read.items()).containsExactlyInAnyOrderElementsOf(items);
    assertThat(
            StoredContent.hash(
                read.items(), read.manifest().settings(), read.manifest().protocols()))
        .isEqualTo(read.manifest().contentHash());
  }

  @Property(tries = 100)
  void aByteThatWasChangedIsNoticed(@ForAll int place, @ForAll byte difference) {
    byte[] written = write(manifest(SOME, VersionSettings.PUBLISHED), SOME);
    Archive original = read(written);
    byte[] changed = written.clone();
    changed[Math.floorMod(place, changed.length)] ^= difference;

    try {
      // A byte that only the zip's directory has may be without meaning; then nothing has changed.
      assertThat(read(changed)).isEqualTo(original);
    } catch (DamagedArchiveException noticed) {
      assertThat(noticed).hasMessageNotContaining("null");
    }
  }

  @Property(tries = 50)
  void anArchiveThatBreaksOffIsNoticed(@ForAll int length) {
    byte[] written = write(manifest(SOME, VersionSettings.PUBLISHED), SOME);
    int directory = directory(written);

    byte[] cut = java.util.Arrays.copyOf(written, Math.floorMod(length, directory - 1));

    assertThatThrownBy(() -> read(cut)).isInstanceOf(DamagedArchiveException.class);
  }

  @Test
  void whatIsAlteredWithinIsNoticed() {
    byte[] written = write(manifest(SOME, VersionSettings.PUBLISHED), SOME);

    assertRefused(altered(written, "items/patient-safety.jsonl", text -> text.replace("?", "!")));
    assertRefused(altered(written, Archive.MANIFEST, text -> text.replace("1.0.0", "1.0.1")));
    assertRefused(altered(written, Archive.SUMS, text -> ""));
    assertRefused(altered(written, Archive.MANIFEST, text -> "{}"));
    assertRefused(altered(written, Archive.MANIFEST, text -> "null"));
    assertRefused(altered(written, Archive.MANIFEST, text -> "[1"));
    assertRefused(altered(written, "items/patient-safety.jsonl", text -> "{\"id\": 1}\nnonsense"));
  }

  @Test
  void aFileThatIsNoZipIsNoArchive() {
    assertThatThrownBy(() -> read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DamagedArchiveException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void anotherFileWithinIsRefused() {
    byte[] written = write(manifest(SOME, VersionSettings.PUBLISHED), SOME);
    Map<String, String> entries = ZipFiles.unpacked(written);
    Map<String, String> more = new LinkedHashMap<>();
    more.put(Archive.MANIFEST, entries.get(Archive.MANIFEST));
    more.put("../../etc/passwd", "root");
    more.putAll(entries);

    assertThatThrownBy(() -> read(ZipFiles.packed(more)))
        .isInstanceOf(DamagedArchiveException.class)
        .hasMessageContaining("no part of it");
  }

  @Test
  void aNewerFormatIsNamed() {
    byte[] written = write(manifest(SOME, VersionSettings.PUBLISHED), SOME);
    byte[] newer =
        altered(
            written, Archive.MANIFEST, text -> text.replace("\"format\" : 1", "\"format\" : 2"));

    assertThatThrownBy(() -> read(newer)).hasMessageContaining("format 2");
  }

  @Test
  void everyItemHasTheCanary() {
    byte[] written = write(manifest(SOME, VersionSettings.PUBLISHED), SOME);

    assertThat(ZipFiles.unpacked(written).get("items/patient-safety.jsonl").lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"canary\":\"the canary\""));
  }

  @Provide
  Arbitrary<List<Item>> contents() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(60)
            .filter(
                string ->
                    !string.isBlank()
                        && string.indexOf('\0') < 0
                        && string
                            .codePoints()
                            .noneMatch(point -> Character.getType(point) == Character.SURROGATE));
    Arbitrary<Item> item =
        Combinators.combine(
                Arbitraries.of("patient-safety", "jailbreak", "groundedness"),
                text,
                text.injectNull(0.5),
                Arbitraries.of(Item.PRIVATE).injectNull(0.5))
            .as(
                (suite, prompt, instruction, part) ->
                    new Item(
                        "id",
                        suite,
                        "1",
                        suite.equals("jailbreak") ? "benign" : null,
                        prompt,
                        suite.equals("groundedness") ? "Document: " + prompt : null,
                        instruction,
                        part));
    return item.list().ofMinSize(1).ofMaxSize(20).map(ArchiveTest::withIds);
  }

  @Provide
  Arbitrary<VersionSettings> settings() {
    return Combinators.combine(
            Arbitraries.of("You are a nurse.\nBe kind: \"ä\" 😀").injectNull(0.5),
            Arbitraries.doubles().between(0, 2),
            Arbitraries.integers().between(1, 4096),
            Arbitraries.integers().between(1, 20))
        .as(
            (system, temperature, tokens, repeats) ->
                new VersionSettings(
                    new Generation(system, temperature, 1, tokens), repeats, new TreeMap<>()));
  }

  private static List<Item> withIds(List<Item> items) {
    List<Item> named = new ArrayList<>();
    for (Item item : items) {
      named.add(
          new Item(
              "i" + named.size(),
              item.suite(),
              item.category(),
              item.split(),
              item.prompt(),
              item.document(),
              item.instruction(),
              item.part()));
    }
    return named;
  }

  private static Manifest manifest(List<Item> items, VersionSettings settings) {
    List<JudgingProtocol.Judge> panel =
        List.of(
            new JudgingProtocol.Judge(
                "judge",
                "gpt",
                "2026-01",
                JudgingProtocol.Replies.JSON_OBJECT,
                new Endpoint(UUID.randomUUID(), "openai", "https://judge/v1", "gpt-x", 7)));
    SortedMap<String, ArchivedJudging> judging = new TreeMap<>();
    SortedMap<String, JudgingProtocol> protocols = new TreeMap<>();
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Item item : items) {
      JudgingProtocol protocol =
          Suites.of(item.suite()).judging(panel, settings.judging(item.suite()));
      protocols.put(item.suite(), protocol);
      judging.put(item.suite(), ArchivedJudging.of(protocol));
      counts.merge(item.suite(), 1, Integer::sum);
    }
    return new Manifest(
        Manifest.FORMAT,
        "benchmark",
        "1.0.0",
        "published",
        Instant.parse("2026-11-24T10:00:00.123456Z"),
        null,
        "Notes",
        false,
        settings,
        List.of("judge"),
        panel.stream().map(ArchivedJudge::of).toList(),
        judging,
        counts,
        StoredContent.hash(items, settings, protocols),
        "the canary");
  }

  private static byte[] write(Manifest manifest, List<Item> items) {
    try {
      ByteArrayOutputStream target = new ByteArrayOutputStream();
      ArchiveWriter writer = new ArchiveWriter(target, manifest);
      for (String suite : manifest.items().keySet()) {
        writer.suite(suite);
        for (Item item : items) {
          if (item.suite().equals(suite)) {
            writer.item(item);
          }
        }
      }
      writer.finish();
      return target.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Archive read(byte[] bytes) {
    try {
      return ArchiveReader.read(new ByteArrayInputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void assertRefused(byte[] archive) {
    assertThatThrownBy(() -> read(archive)).isInstanceOf(DamagedArchiveException.class);
  }

  /** Where the zip's directory begins: it says again what the entries say themselves. */
  private static int directory(byte[] zip) {
    return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
  }

  private static byte[] altered(byte[] zip, String name, UnaryOperator<String> change) {
    Map<String, String> entries = ZipFiles.unpacked(zip);
    entries.computeIfPresent(name, (entry, text) -> change.apply(text));
    return ZipFiles.packed(entries);
  }
}
