package org.primum.gateway.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Submitted models. */
@ApplicationScoped
public class Models implements PanacheRepositoryBase<Model, UUID> {

  List<Model> of(String owner) {
    return list("owner = ?1 order by createdAt", owner);
  }

  boolean taken(String owner, String name) {
    return count("owner = ?1 and name = ?2 and provider <> 'imported'", owner, name) > 0;
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
