package org.primum.leaderboard.error;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.primum.leaderboard.FakeGateway;
import org.primum.localstack.testing.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(FakeGateway.class)
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "leaderboard"))
class BodyLimitTest {

  @Test
  void aFormAnnouncedAsTooLargeIsRefusedWithAPage() throws IOException {
    String reply = replyToAFormOf(300_000_000);

    assertThat(reply)
        .startsWith("HTTP/1.1 413 ")
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .contains("The file is too large", "Split the file, or zip it.");
  }

  /** Only the headers are sent. */
  private static String replyToAFormOf(long length) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              """
              POST /admin/imports HTTP/1.1\r
              Host: localhost\r
              Content-Type: multipart/form-data; boundary=x\r
              Content-Length: %d\r
              \r
              """
                  .formatted(length)
                  .getBytes(US_ASCII));
      byte[] reply = new byte[65_536];
      int read = 0;
      while (!new String(reply, 0, read, UTF_8).contains("</html>")) {
        int more = socket.getInputStream().read(reply, read, reply.length - read);
        if (more <= 0) {
          break;
        }
        read += more;
      }
      return new String(reply, 0, read, UTF_8);
    }
  }
}
