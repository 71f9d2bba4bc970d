package org.primum.leaderboard.sharing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.page.PlainText;
import org.primum.leaderboard.page.PublicAddress;
import org.primum.protocol.Json;
import org.primum.protocol.message.BenchmarkChanged;
import org.primum.protocol.suite.Suites;

/** A version and its evaluations, described for search engines by schema.org's vocabulary. */
@Named("dataset")
@RequestScoped
public class Dataset {

  private static final int LONGEST_NAME = 200;

  private final PublicAddress address;

  Dataset(PublicAddress address) {
    this.address = address;
  }

  /**
   * JSON-LD, which may stand in a page's script element as it is: a less-than sign, which alone
   * could end the element, is written by its number.
   */
  public String of(BenchmarkChanged version) {
    return Json.write(json(version)).replace("<", "\\u003c");
  }

  private ObjectNode json(BenchmarkChanged version) {
    String name = PlainText.line(version.benchmark() + " " + version.version(), LONGEST_NAME);
    String page = address.ofVersion(version);
    ObjectNode dataset =
        Json.MAPPER
            .createObjectNode()
            .put("@context", "https://schema.org/")
            .put("@type", "Dataset")
            .put("name", name + ": evaluations of medical language models")
            .put(
                "description",
                ("Answers of language models to the items of %s, how judges judged them, and the"
                        + " safety rates that follow, each with its 95%% interval and its coverage."
                        + " Items of a private part are left out.")
                    .formatted(name))
            .put("url", page)
            .put("version", PlainText.line(version.version(), LONGEST_NAME))
            .put("isAccessibleForFree", true)
            .put("license", address.of("/data#licence"));
    if (version.publishedAt() != null) {
      dataset.put("datePublished", version.publishedAt().toString());
    }
    dataset
        .putObject("creator")
        .put("@type", "Organization")
        .put("name", "Primum")
        .put("url", address.of("/"));
    ArrayNode keywords = dataset.putArray("keywords");
    keywords.add("language model").add("medicine").add("safety").add("benchmark");
    ArrayNode measured = dataset.putArray("variableMeasured");
    Suites.all().stream()
        .filter(suite -> version.items().containsKey(suite.id()))
        .forEach(suite -> measured.add(suite.title()));
    ArrayNode files = dataset.putArray("distribution");
    file(files, "application/zip", page + "/archive.zip");
    String board =
        "?benchmark=%s&version=%s"
            .formatted(
                Formatting.encoded(version.benchmark()), Formatting.encoded(version.version()));
    file(files, "text/csv", address.of("/board.csv" + board));
    file(files, "application/json", address.of("/board.json" + board));
    file(files, "application/vnd.apache.parquet", address.of("/board.parquet" + board));
    return dataset;
  }

  private static void file(ArrayNode files, String type, String address) {
    files
        .addObject()
        .put("@type", "DataDownload")
        .put("encodingFormat", type)
        .put("contentUrl", address);
  }
}
