package org.primum.messaging;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Opens connections for publishing; consuming goes through Reactive Messaging. */
@ApplicationScoped
class BrokerConnections {

  private static final int TIMEOUT_MILLIS = 5_000;

  private final BrokerConfiguration configuration;

  BrokerConnections(BrokerConfiguration configuration) {
    this.configuration = configuration;
  }

  Connection open(String name) throws IOException, TimeoutException {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setHost(configuration.host());
    factory.setPort(configuration.port());
    factory.setUsername(configuration.user());
    factory.setPassword(configuration.password());
    factory.setVirtualHost(configuration.virtualHost());
    factory.setConnectionTimeout(TIMEOUT_MILLIS);
    factory.setHandshakeTimeout(TIMEOUT_MILLIS);
    // Whoever holds the connection opens a new one, so that the topology is declared first.
    factory.setAutomaticRecoveryEnabled(false);
    return factory.newConnection(name);
  }
}
