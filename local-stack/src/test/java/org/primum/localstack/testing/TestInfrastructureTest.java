package org.primum.localstack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.primum.localstack.broker.BrokerAddress;

class TestInfrastructureTest {

  @Test
  void givesTheServiceItsSchemaAndABroker() throws Exception {
    TestInfrastructure infrastructure = new TestInfrastructure();
    infrastructure.init(Map.of("service", "judge"));
    try {
      Map<String, String> configuration = infrastructure.start();

      assertThat(tableCreatedBy(configuration)).isEqualTo("judge");
      assertThat(brokerOf(configuration).answers()).isTrue();
    } finally {
      infrastructure.stop();
    }
  }

  /** The schema a table lands in that the service's user creates without naming one. */
  private static String tableCreatedBy(Map<String, String> configuration) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                configuration.get("PRIMUM_DATABASE_URL"),
                configuration.get("PRIMUM_DATABASE_USER"),
                configuration.get("PRIMUM_DATABASE_PASSWORD"));
        Statement statement = connection.createStatement()) {
      statement.execute("create table vote (id int)");
      try (ResultSet row =
          statement.executeQuery("select schemaname from pg_tables where tablename = 'vote'")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static BrokerAddress brokerOf(Map<String, String> configuration) {
    return new BrokerAddress(
        configuration.get("PRIMUM_BROKER_HOST"),
        Integer.parseInt(configuration.get("PRIMUM_BROKER_PORT")),
        configuration.get("PRIMUM_BROKER_USER"),
        configuration.get("PRIMUM_BROKER_PASSWORD"),
        configuration.get("PRIMUM_BROKER_VIRTUAL_HOST"));
  }
}
