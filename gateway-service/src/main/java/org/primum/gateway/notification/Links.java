package org.primum.gateway.notification;

import java.net.URI;
import java.util.UUID;

/** Where a notification leads. */
final class Links {

  private Links() {}

  static URI evaluation(URI pages, UUID id) {
    return at(pages, "/evaluations/" + id);
  }

  /** Where an owner looks after notifications. */
  static URI settings(URI pages) {
    return at(pages, "/mine/notifications");
  }

  /** Where e-mail is switched off without signing in. */
  static URI unsubscribe(URI pages, String key) {
    return at(pages, "/notifications/off/" + key);
  }

  private static URI at(URI pages, String path) {
    return URI.create(pages.toString().replaceAll("/+$", "") + path);
  }
}
