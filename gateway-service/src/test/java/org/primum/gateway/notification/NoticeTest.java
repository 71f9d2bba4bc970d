package org.primum.gateway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.primum.protocol.Json;

/** The body of a webhook, which receivers of all ages read: golden files hold its shape. */
class NoticeTest {

  @Test
  void anEndReadsAsItAlwaysDid() throws IOException {
    Notice notice =
        Notice.of("evaluation.complete", Samples.NOW, Samples.evaluation(), true, Samples.PAGES);

    assertThat(Json.MAPPER.readTree(Json.write(notice))).isEqualTo(golden("complete.v1.json"));
  }

  @Test
  void aTestReadsAsItAlwaysDid() throws IOException {
    assertThat(Json.MAPPER.readTree(Json.write(Notice.test(Samples.NOW))))
        .isEqualTo(golden("test.v1.json"));
  }

  @Test
  void whatALaterReleaseWroteCanBeReadByThisOne() throws IOException {
    ObjectNode later = (ObjectNode) golden("complete.v1.json");
    later.put("news", "of something");
    later.withObject("/data/evaluation").put("more", 1);

    Notice read = Json.read(later.toString(), Notice.class);

    assertThat(read.data().evaluation().suites()).hasSize(2);
  }

  private static JsonNode golden(String name) throws IOException {
    try (InputStream file = NoticeTest.class.getResourceAsStream("/notification/" + name)) {
      return Json.MAPPER.readTree(file);
    }
  }
}
