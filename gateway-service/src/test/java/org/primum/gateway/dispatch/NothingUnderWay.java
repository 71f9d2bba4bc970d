package org.primum.gateway.dispatch;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.primum.gateway.account.TestCallers;
import org.primum.localstack.testing.BrokerClient;

/** A gateway that has nothing to do: what earlier tests left on its way is ended and taken away. */
public final class NothingUnderWay {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private NothingUnderWay() {}

  /**
   * Cancels every evaluation that is not finished, and empties the queues of what was handed out.
   */
  public static void in(DataSource database, BrokerClient broker) throws IOException {
    List<Map<String, Object>> evaluations =
        given().get("/api/v1/evaluations?limit=500").jsonPath().getList("");
    evaluations.stream()
        .filter(found -> List.of("queued", "running", "judging").contains(found.get("state")))
        .forEach(
            found ->
                given()
                    .header(TestCallers.HEADER, "admin/admin")
                    .post("/api/v1/evaluations/" + found.get("id") + "/cancel"));
    await().atMost(PATIENCE).until(() -> nothingToSend(database));
    for (String queue : List.of("runner.prompts", "judge.judgings")) {
      while (broker.take(queue).isPresent()) {
        // Somebody else's.
      }
    }
  }

  private static boolean nothingToSend(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet count = query.executeQuery("select count(*) from outbox")) {
      return count.next() && count.getInt(1) == 0;
    }
  }
}
