package org.primum.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Where the broker is, from the environment: {@code PRIMUM_BROKER_HOST} and its sisters. */
@ConfigMapping(prefix = "primum.broker")
public interface BrokerConfiguration {

  /** Host name or address. */
  String host();

  /** AMQP port. */
  @WithDefault("5672")
  int port();

  /** User name. */
  String user();

  /** The user's password. */
  String password();

  /** Virtual host. */
  @WithName("virtual-host")
  @WithDefault("/")
  String virtualHost();
}
