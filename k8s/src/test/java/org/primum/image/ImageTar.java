package org.primum.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a written image holds.
 *
 * @param tags its names
 * @param configuration its user, entrypoint and the like
 * @param layers the entries of each layer, the lowest first
 */
record ImageTar(List<String> tags, JsonNode configuration, List<List<TarArchiveEntry>> layers) {

  static ImageTar read(Path tar) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (TarArchiveInputStream archive = new TarArchiveInputStream(Files.newInputStream(tar))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        files.put(entry.getName(), archive.readAllBytes());
      }
    }
    JsonNode manifest = json(files.get("manifest.json")).get(0);
    List<List<TarArchiveEntry>> layers = new ArrayList<>();
    for (JsonNode layer : manifest.path("Layers")) {
      layers.add(entries(files.get(layer.asString())));
    }
    return new ImageTar(
        manifest.path("RepoTags").valueStream().map(JsonNode::asString).toList(),
        json(files.get(manifest.path("Config").asString())).path("config"),
        layers);
  }

  /** The paths of the regular files of a layer. */
  List<String> files(int layer) {
    return layers.get(layer).stream()
        .filter(TarArchiveEntry::isFile)
        .map(entry -> "/" + entry.getName())
        .toList();
  }

  private static JsonNode json(byte[] text) {
    return JsonMapper.shared().readTree(text);
  }

  private static List<TarArchiveEntry> entries(byte[] layer) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(layer));
        TarArchiveInputStream archive = new TarArchiveInputStream(unpacked)) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
