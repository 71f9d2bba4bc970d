package org.primum.gateway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.localstack.testing.TestInfrastructure;

/** Plain SQL of the service's own database user against what was published. */
@QuarkusTest
@QuarkusTestResource(
    value = TestInfrastructure.class,
    initArgs = @ResourceArg(name = "service", value = "gateway"))
class FrozenVersionTest {

  private static final String PUBLISHED =
      "(select id from benchmark_version where benchmark = 'iron' and version = '1.0.0')";
  private static final String DRAFT =
      "(select id from benchmark_version where benchmark = 'iron' and version = '2.0.0')";

  @Inject AgroalDataSource database;

  @BeforeEach
  void aPublishedVersionAndADraft() throws SQLException {
    if (count("benchmark_version where benchmark = 'iron'") == 0) {
      VersionCalls.published("iron", 3);
      VersionCalls.importRows("iron", "2.0.0", VersionCalls.rows(3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update benchmark_version set content_hash = 'x' where id = PUBLISHED",
        "update benchmark_version set notes = 'x' where id = PUBLISHED",
        "update benchmark_version set canary = 'x' where id = PUBLISHED",
        "update benchmark_version set settings = null where id = PUBLISHED",
        "update benchmark_version set state = 'draft' where id = PUBLISHED",
        "update benchmark_version set state = 'retired', notes = 'x' where id = PUBLISHED",
        "update benchmark_version set id = gen_random_uuid() where id = PUBLISHED",
        "delete from benchmark_version where id = PUBLISHED",
        "update item set prompt = 'x' where version_id = PUBLISHED",
        "update item set part = 'private' where version_id = PUBLISHED",
        "update item set version_id = DRAFT, suite = 'x' where version_id = PUBLISHED",
        "update item set version_id = PUBLISHED, suite = 'x' where version_id = DRAFT",
        "delete from item where version_id = PUBLISHED",
        "insert into item (version_id, suite, item_id, ordinal, category, prompt)"
            + " values (PUBLISHED, 's', 'i', 9, '1', 'p')",
        "update version_judging set hash = hash where version_id = PUBLISHED",
        "delete from version_judging where version_id = PUBLISHED",
        "insert into version_judging (version_id, suite, hash)"
            + " select PUBLISHED, 's', hash from judging_protocol limit 1",
        "update judging_protocol set body = '{}'",
        "delete from judging_protocol",
        "insert into benchmark_version (id, benchmark, version, state, private_items, judges,"
            + " created_at) values (gen_random_uuid(), 'b', '1.0.0', 'published', false, '{}',"
            + " now())",
        "update benchmark_version set state = 'retired' where id = DRAFT",
        "update benchmark_version set state = 'published' where id = DRAFT",
        "truncate item",
        "truncate version_judging",
        "truncate judging_protocol cascade",
        "truncate benchmark_version cascade",
        "truncate evaluation cascade",
        "truncate task",
      })
  void isRefused(String statement) throws SQLException {
    String before = content();

    assertThatThrownBy(() -> execute(statement))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(cannot be|has to begin as a draft|can only be published).*");

    assertThat(content()).isEqualTo(before);
  }

  @Test
  void aDraftCanBeChanged() throws SQLException {
    execute("update item set category = '2' where version_id = DRAFT");
    execute("update benchmark_version set notes = 'changed' where id = DRAFT");

    assertThat(count("item where category = '2' and version_id = DRAFT")).isEqualTo(3);
  }

  @Test
  void anItemIsNotAddedWhileTheDraftIsBeingPublished() throws Exception {
    VersionCalls.importRows("race", "1.0.0", VersionCalls.rows(2));
    String draft = "(select id from benchmark_version where benchmark = 'race')";
    try (Connection publishing = database.getConnection();
        Statement publish = publishing.createStatement()) {
      publishing.setAutoCommit(false);
      publish.execute(
          "update benchmark_version set state = 'published', content_hash = 'h', published_at ="
              + " now() where id = "
              + draft);

      FutureTask<Throwable> adding =
          new FutureTask<>(
              () ->
                  catchThrowable(
                      () ->
                          execute("update item set prompt = 'late' where version_id = " + draft)));
      Thread.ofVirtual().start(adding);
      awaitBlocked();
      publishing.commit();
      publishing.setAutoCommit(true);

      assertThat(adding.get(10, TimeUnit.SECONDS))
          .hasMessageContaining("is published: its items cannot be changed");
    }

    assertThat(count("item where prompt = 'late'")).isZero();
  }

  private void awaitBlocked() {
    org.awaitility.Awaitility.await()
        .until(() -> count("pg_stat_activity where wait_event_type = 'Lock'") > 0);
  }

  private String content() throws SQLException {
    return text(
        """
        select string_agg(row_to_json(v)::text, '') || (select string_agg(row_to_json(i)::text, '')
          from item i) || (select string_agg(row_to_json(j)::text, '') from version_judging j)
          || (select string_agg(row_to_json(p)::text, '') from judging_protocol p)
        from benchmark_version v
        """);
  }

  private int count(String from) throws SQLException {
    return Integer.parseInt(text("select count(*) from " + from));
  }

  private String text(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(named(query))) {
      row.next();
      return row.getString(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement change = connection.createStatement()) {
      change.execute(named(statement));
    }
  }

  private static String named(String statement) {
    return statement.replace("PUBLISHED", PUBLISHED).replace("DRAFT", DRAFT);
  }
}
