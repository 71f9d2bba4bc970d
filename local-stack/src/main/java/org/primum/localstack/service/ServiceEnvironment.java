package org.primum.localstack.service;

import java.util.HashMap;
import java.util.Map;
import org.primum.localstack.broker.BrokerAddress;
import org.primum.localstack.database.DatabaseServer;

/** Puts together the environment a service is configured by. */
public final class ServiceEnvironment {

  private final Map<String, String> variables = new HashMap<>();

  /** What every service needs to know of its own web address. */
  public ServiceEnvironment(int port) {
    variables.put("PRIMUM_HTTP_PORT", Integer.toString(port));
    // Everybody knows the passwords of a local stack; nobody else's business.
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
  }

  public ServiceEnvironment database(DatabaseServer server, String user, String password) {
    variables.put("PRIMUM_DATABASE_URL", server.jdbcUrl());
    variables.put("PRIMUM_DATABASE_USER", user);
    variables.put("PRIMUM_DATABASE_PASSWORD", password);
    return this;
  }

  public ServiceEnvironment broker(BrokerAddress broker) {
    variables.put("PRIMUM_BROKER_HOST", broker.host());
    variables.put("PRIMUM_BROKER_PORT", Integer.toString(broker.port()));
    variables.put("PRIMUM_BROKER_USER", broker.user());
    variables.put("PRIMUM_BROKER_PASSWORD", broker.password());
    variables.put("PRIMUM_BROKER_VIRTUAL_HOST", broker.virtualHost());
    return this;
  }

  public ServiceEnvironment with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public ServiceEnvironment with(Map<String, String> more) {
    variables.putAll(more);
    return this;
  }

  public Map<String, String> variables() {
    return Map.copyOf(variables);
  }
}
