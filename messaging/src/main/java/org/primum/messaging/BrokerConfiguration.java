package org.primum.messaging;

import io.smallrye.config.ConfigMapping;

/** Where the broker is, from the environment: {@code PRIMUM_BROKER_HOST} and its sisters. */
@ConfigMapping(prefix = "primum.broker")
public interface BrokerConfiguration {

  /** Host name or address. */
  String host();

  /** AMQP port. */
  int port();

  /** User name. */
  String user();

  /** The user's password. */
  String password();

  /** Virtual host. */
  String virtualHost();
}
