package org.primum.localstack.simulated;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.primum.protocol.ContentHash;

/** Messages of groundedness, their texts between fences as the services write them. */
final class Fenced {

  private Fenced() {}

  /** What a model under test reads. */
  static String question(String document, String request) {
    return "Answer the request below from the document alone.\n\n"
        + texts(List.of("DOCUMENT", "REQUEST"), List.of(document, request));
  }

  /** What a judge reads. */
  static String answer(String document, String request, String answer) {
    return "What stands between the fences is to be judged.\n\n"
        + texts(List.of("DOCUMENT", "REQUEST", "ANSWER"), List.of(document, request, answer));
  }

  private static String texts(List<String> names, List<String> texts) {
    ContentHash hash = new ContentHash();
    texts.forEach(hash::add);
    String fence = hash.hex().substring(0, 12);
    return IntStream.range(0, names.size())
        .mapToObj(
            place ->
                "<<<%1$s %2$s\n%3$s\n%1$s %2$s>>>\n"
                    .formatted(names.get(place), fence, texts.get(place)))
        .collect(Collectors.joining("\n"));
  }
}
