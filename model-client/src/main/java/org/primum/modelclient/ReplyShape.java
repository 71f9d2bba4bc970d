package org.primum.modelclient;

import com.fasterxml.jackson.databind.JsonNode;
import org.primum.protocol.Require;

/**
 * What a provider is asked to hold the model's reply to. A promise of the provider only: whoever
 * needs the shape reads the reply strictly all the same.
 *
 * @param kind free text, any JSON object, or an object of a schema
 * @param schema the JSON schema; null for the other kinds
 */
public record ReplyShape(Kind kind, JsonNode schema) {

  /** How strictly. */
  public enum Kind {
    TEXT,
    JSON_OBJECT,
    JSON_SCHEMA
  }

  /** Whatever the model likes. */
  public static final ReplyShape TEXT = new ReplyShape(Kind.TEXT, null);

  /** Any JSON object. */
  public static final ReplyShape JSON_OBJECT = new ReplyShape(Kind.JSON_OBJECT, null);

  public ReplyShape {
    Require.present(kind, "kind");
    Require.that((kind == Kind.JSON_SCHEMA) == (schema != null), "a schema goes with its kind");
  }

  /** An object of that schema. */
  public static ReplyShape schema(JsonNode schema) {
    return new ReplyShape(Kind.JSON_SCHEMA, schema);
  }
}
