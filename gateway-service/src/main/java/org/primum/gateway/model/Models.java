package org.primum.gateway.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Submitted models. */
@ApplicationScoped
public class Models implements PanacheRepositoryBase<Model, UUID> {

  List<Model> of(String owner) {
    return list("owner = ?1 order by createdAt", owner);
  }

  /** Everybody's models, but of others' drafts none. */
  List<Model> knownTo(String administrator) {
    return list("state <> 'draft' or owner = ?1 order by createdAt", administrator);
  }

  /** The owner's model of that name, the one with that id left out. */
  Optional<Model> named(String owner, String name, UUID except) {
    return find(
            "owner = ?1 and name = ?2 and id <> ?3 and provider <> 'imported'", owner, name, except)
        .firstResultOptional();
  }

  long drafts(String owner) {
    return count("owner = ?1 and state = 'draft'", owner);
  }

  /** Drafts that were begun before that time. */
  List<Model> draftsBefore(Instant time) {
    return list("state = 'draft' and createdAt < ?1", time);
  }

  /** One, so that nobody else changes it meanwhile. */
  public Optional<Model> locked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * The model that an imported run is of, the same for each run of it. It has no endpoint.
   *
   * @param owner who imports it, when it is not there yet
   */
  public Model imported(String name, String organization, String owner, Instant now) {
    return find("organization = ?1 and name = ?2 and provider = 'imported'", organization, name)
        .firstResultOptional()
        .orElseGet(
            () -> {
              Model model = new Model();
              model.id = UUID.randomUUID();
              model.name = name;
              model.organization = organization;
              model.provider = Model.IMPORTED;
              model.baseUrl = "";
              model.modelName = name;
              model.maxConcurrency = 1;
              model.owner = owner;
              model.createdAt = now;
              persist(model);
              return model;
            });
  }
}
