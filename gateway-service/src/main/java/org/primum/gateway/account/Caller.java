package org.primum.gateway.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The stable subject, or null for somebody who is signed out. */
  public String subject() {
    if (identity.isAnonymous()) {
      return null;
    }
    return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
        ? token.getSubject()
        : identity.getPrincipal().getName();
  }

  /** What people know the caller by, which may change; null for somebody who is signed out. */
  public String name() {
    return identity.isAnonymous() ? null : identity.getPrincipal().getName();
  }

  /** The caller's e-mail address, if the identity provider has seen that it is theirs. */
  public Optional<String> verifiedEmail() {
    return identity.getPrincipal() instanceof JsonWebToken token
            && Boolean.parseBoolean(String.valueOf(token.<Object>getClaim("email_verified")))
        ? Optional.ofNullable(token.getClaim("email"))
        : Optional.empty();
  }

  /** Whether the caller administers this Primum. */
  public boolean administrates() {
    return identity.hasRole(Roles.ADMIN);
  }

  /** Whether the caller is that owner, or an administrator. */
  public boolean speaksFor(String owner) {
    return administrates() || owner.equals(subject());
  }

  /** Whether the caller may know that this is the owner. */
  public boolean knows(String owner) {
    return identity.hasRole(Roles.SERVICE) || speaksFor(owner);
  }

  /** Whether the caller may read the items of somebody's evaluation. */
  public boolean reads(String owner) {
    return identity.hasRole(Roles.REVIEWER) || speaksFor(owner);
  }
}
