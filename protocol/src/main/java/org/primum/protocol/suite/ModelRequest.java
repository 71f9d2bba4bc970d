package org.primum.protocol.suite;

import org.primum.protocol.Require;

/**
 * What the model under test is sent for one item.
 *
 * @param system the system message, or null for none
 * @param user the user message
 */
public record ModelRequest(String system, String user) {

  public ModelRequest {
    Require.text(user, "user");
  }
}
