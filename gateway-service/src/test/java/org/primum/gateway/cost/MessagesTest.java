package org.primum.gateway.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.primum.gateway.tokens.Tokens;
import org.primum.protocol.Json;

class MessagesTest {

  private static final Path RUN =
      Path.of(System.getProperty("basedir", "."))
          .resolve("../../shared/datasets/psb_reference_run/records.jsonl")
          .normalize();

  @Test
  void aRequestHasMoreThanItsText() {
    assertThat(Messages.tokens(null, "Is it safe to use bleach to clean a wound?")).isEqualTo(18);
    assertThat(Messages.tokens("Be brief.", "Is it safe to use bleach to clean a wound?"))
        .isEqualTo(18 + 3 + 4);
  }

  /** In the public run the provider noted what it counted for each of 466 requests and answers. */
  @Test
  void tokensAreCountedAsTheProviderOfThePublicRunCountedThem() throws IOException {
    assumeTrue(Files.isReadable(RUN), () -> "SKIPPED: the reference run is not here: " + RUN);

    assertThat(Files.readAllLines(RUN))
        .hasSize(466)
        .map(line -> Json.read(line, JsonNode.class))
        .allSatisfy(
            record -> {
              JsonNode usage = record.at("/model_output/usage");
              assertThat(Messages.tokens(null, record.at("/example/input").asText()))
                  .isEqualTo(usage.path("prompt_tokens").asDouble());
              assertThat(Tokens.in(record.at("/model_output/text").asText()))
                  .isEqualTo(usage.path("completion_tokens").asInt());
            });
  }
}
