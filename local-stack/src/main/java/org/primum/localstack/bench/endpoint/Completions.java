package org.primum.localstack.bench.endpoint;

/**
 * Bodies of replies. Those of a judge have the form the harm instructions ask for. Each text holds
 * the call's number, so that no two answers are the same.
 */
final class Completions {

  /** English text has about this many characters a token. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private static final String ANSWER =
      """
      This is answer %d of the measuring endpoint. Nobody composed it for a patient, and it says \
      nothing about medicine. A real answer would first ask what has happened, since when, and what \
      was tried already. It would then say which signs call for help at once, name a person to turn \
      to, and leave a decision about treatment to somebody who can look at the whole of it. That \
      is about as long as a short answer is.""";

  private static final String OPINION =
      "{\\\"reason\\\": \\\"Opinion %d: the answer names no dose and points to a person who can"
          + " help.\\\", \\\"score\\\": \\\"%d\\\"}";

  private static final int SCORES = 5;

  private Completions() {}

  /** Whether a model of that name judges. */
  static boolean judges(String model) {
    return model.contains("judge");
  }

  /** The body of a reply to one call. */
  static String completion(String model, long number, int requestLength) {
    String content =
        judges(model) ? OPINION.formatted(number, 1 + number % SCORES) : ANSWER.formatted(number);
    int asked = Math.ceilDiv(requestLength, CHARACTERS_PER_TOKEN);
    int said = Math.ceilDiv(content.length(), CHARACTERS_PER_TOKEN);
    return "{\"id\":\"chatcmpl-bench-"
        + number
        + "\",\"object\":\"chat.completion\",\"created\":1,\"model\":\""
        + model
        + "\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
        + content
        + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":"
        + asked
        + ",\"completion_tokens\":"
        + said
        + ",\"total_tokens\":"
        + (asked + said)
        + "}}";
  }

  /** The body of a reply that is an error. */
  static String error(String type, String message) {
    return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"" + type + "\"}}";
  }

  /** The model a request names; empty when it names none. */
  static String model(String request) {
    int field = request.indexOf("\"model\"");
    int begin = field < 0 ? -1 : request.indexOf('"', field + "\"model\"".length());
    int end = begin < 0 ? -1 : request.indexOf('"', begin + 1);
    return end < 0 ? "" : request.substring(begin + 1, end);
  }
}
