package org.primum.localstack.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A database on a PostgreSQL server, with a user who may create users and schemas there.
 *
 * @param host host name or address
 * @param port TCP port
 * @param database the database's name
 * @param parameters further parameters of the JDBC URL, such as {@code sslmode}
 * @param user the administering user
 * @param password that user's password; may be empty where the server trusts
 */
public record DatabaseServer(
    String host,
    int port,
    String database,
    Map<String, String> parameters,
    String user,
    String password) {

  private static final int USUAL_PORT = 5432;
  private static final String USUAL_USER = "postgres";
  private static final String TIMEOUT_SECONDS = "5";

  public DatabaseServer {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    parameters = Map.copyOf(parameters);
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is 1 to 65535, not " + port + ".");
    }
  }

  /** A server on this machine. */
  public static DatabaseServer local(int port, String user, String password) {
    return new DatabaseServer("localhost", port, "postgres", Map.of(), user, password);
  }

  /**
   * The server the environment names by {@code PRIMUM_DATABASE_URL}, with {@code
   * PRIMUM_DATABASE_USER} and {@code PRIMUM_DATABASE_PASSWORD} unless the URL holds them.
   *
   * @throws IllegalArgumentException when the URL cannot be read
   */
  public static Optional<DatabaseServer> named(Map<String, String> environment) {
    String url = environment.getOrDefault("PRIMUM_DATABASE_URL", "").strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        at(
            url,
            environment.get("PRIMUM_DATABASE_USER"),
            environment.get("PRIMUM_DATABASE_PASSWORD")));
  }

  private static DatabaseServer at(String url, String namedUser, String namedPassword) {
    URI address = address(url);
    Map<String, String> parameters = parameters(address.getRawQuery());
    String[] userInfo =
        address.getRawUserInfo() == null ? new String[0] : address.getRawUserInfo().split(":", 2);
    String user =
        firstOf(
            namedUser,
            parameters.remove("user"),
            userInfo.length > 0 ? decoded(userInfo[0]) : null,
            USUAL_USER);
    String password =
        firstOf(
            namedPassword,
            parameters.remove("password"),
            userInfo.length > 1 ? decoded(userInfo[1]) : null,
            "");
    return new DatabaseServer(
        address.getHost(),
        address.getPort() == -1 ? USUAL_PORT : address.getPort(),
        address.getPath().substring(1),
        parameters,
        user,
        password);
  }

  private static URI address(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    try {
      URI address = URI.create(plain);
      if (address.getHost() != null
          && address.getPath() != null
          && address.getPath().length() > 1) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      // Its message would repeat the URL, which may hold a password.
    }
    throw new IllegalArgumentException(
        "PRIMUM_DATABASE_URL should look like jdbc:postgresql://host:5432/database.");
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null) {
      for (String parameter : query.split("&", -1)) {
        String[] parts = parameter.split("=", 2);
        parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String firstOf(String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("The last candidate may not be null.");
  }

  /** Another database on the same server. */
  public DatabaseServer withDatabase(String name) {
    return new DatabaseServer(host, port, name, parameters, user, password);
  }

  /** The address as JDBC writes it, without user and password. */
  public String jdbcUrl() {
    String plain = "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    return parameters.isEmpty()
        ? plain
        : parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .sorted()
            .collect(Collectors.joining("&", plain + "?", ""));
  }

  /** A connection as the administering user. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
    properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
    return DriverManager.getConnection(jdbcUrl(), properties);
  }

  /** Whether it answers, and lets the user in. */
  public boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException away) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "%s:%d/%s".formatted(host, port, database);
  }
}
