package org.primum.gateway.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.primum.gateway.problem.Problem;

/** An owner's models have different names, drafts and withdrawn ones among them. */
@ApplicationScoped
class ModelNames {

  private final Models models;

  ModelNames(Models models) {
    this.models = models;
  }

  /**
   * Within the caller's transaction, and before the name is given.
   *
   * @param id whose name it is to be
   * @throws Problem when another model of the same owner has the name
   */
  void refuseTaken(String owner, String name, UUID id) {
    models
        .named(owner, name, id)
        .ifPresent(
            other -> {
              throw Problem.conflict(
                  other.draft()
                      ? ("You have begun to submit a model named \"%s\" already. Go on with that"
                              + " draft, delete it, or choose another name.")
                          .formatted(name)
                      : "You have a model named \"%s\" already. Choose another name."
                          .formatted(name));
            });
  }
}
