package org.primum.localstack.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The realm {@code primum} as Keycloak imports it. */
final class RealmFile {

  private static final String TEMPLATE = "realm.json";

  private RealmFile() {}

  /**
   * The realm with its placeholders filled in.
   *
   * @param values what each placeholder stands for; plain letters, digits and the signs of a URL
   */
  static String filled(Map<String, String> values) {
    String realm = template();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (value.getValue().matches(".*[\"\\\\\\p{Cntrl}].*")) {
        throw new IllegalArgumentException(
            "The value of %s does not fit into JSON as it is.".formatted(value.getKey()));
      }
      realm = realm.replace("@" + value.getKey() + "@", value.getValue());
    }
    return realm;
  }

  private static String template() {
    try (InputStream stream = RealmFile.class.getResourceAsStream(TEMPLATE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
