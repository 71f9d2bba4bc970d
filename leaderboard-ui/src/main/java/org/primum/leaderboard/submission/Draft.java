package org.primum.leaderboard.submission;

import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.primum.leaderboard.gateway.Gateway;
import org.primum.leaderboard.gateway.Model;

/** Finds submissions that are not finished. */
final class Draft {

  private Draft() {}

  /**
   * A draft of the visitor's.
   *
   * @throws RedirectionException to the model's page when it is finished meanwhile
   */
  static Model of(Gateway gateway, UUID id) {
    Model model = gateway.model(id);
    if (!model.draft()) {
      throw new RedirectionException(Response.Status.SEE_OTHER, URI.create("/mine/" + id));
    }
    return model;
  }
}
