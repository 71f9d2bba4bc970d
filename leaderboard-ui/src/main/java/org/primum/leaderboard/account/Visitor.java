package org.primum.leaderboard.account;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.primum.protocol.message.EvaluationChanged;

/**
 * Who looks at the page. A session that can no longer be used counts as signed out, so that a
 * public page stays public whatever becomes of the session or the identity provider.
 */
@Named("visitor")
@RequestScoped
public class Visitor {

  private static final Logger LOG = Logger.getLogger(Visitor.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final SecurityIdentity NOBODY =
      QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private final CurrentIdentityAssociation association;
  private SecurityIdentity known;

  Visitor(CurrentIdentityAssociation association) {
    this.association = association;
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return !identity().isAnonymous();
  }

  /** The user name, for the page's corner. */
  public String getName() {
    return identity().getPrincipal().getName();
  }

  /** Whether the visitor may submit models. */
  public boolean isSubmitter() {
    return identity().hasRole(Roles.SUBMITTER) || isAdmin();
  }

  /** Whether the visitor administers this Primum. */
  public boolean isAdmin() {
    return identity().hasRole(Roles.ADMIN);
  }

  /** Whether the visitor may cancel that evaluation. */
  public boolean owns(EvaluationChanged evaluation) {
    return isAdmin() || (isSignedIn() && subject().equals(evaluation.owner()));
  }

  /** Whether the visitor may read the items of that evaluation. */
  public boolean reads(EvaluationChanged evaluation) {
    return !evaluation.privateItems() || identity().hasRole(Roles.REVIEWER) || owns(evaluation);
  }

  /** The token to call the gateway with, when somebody is signed in. */
  public Optional<String> accessToken() {
    return Optional.ofNullable(identity().getCredential(AccessTokenCredential.class))
        .map(AccessTokenCredential::getToken);
  }

  /**
   * The token that keeps the session at the identity provider alive, when somebody is signed in.
   */
  Optional<String> refreshToken() {
    return Optional.ofNullable(identity().getCredential(AccessTokenCredential.class))
        .map(AccessTokenCredential::getRefreshToken)
        .map(RefreshToken::getToken);
  }

  private String subject() {
    return identity().getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
        ? token.getSubject()
        : getName();
  }

  private SecurityIdentity identity() {
    if (known == null) {
      known =
          association
              .getDeferredIdentity()
              .onFailure()
              .recoverWithItem(Visitor::signedOut)
              .await()
              .atMost(PATIENCE);
    }
    return known;
  }

  private static SecurityIdentity signedOut(Throwable failure) {
    if (!(failure instanceof AuthenticationException)) {
      LOG.warnf("nobody can be recognised reason=\"%s\"", failure.getMessage());
    }
    return NOBODY;
  }
}
