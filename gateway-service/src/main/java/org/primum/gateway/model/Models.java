package org.primum.gateway.model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Submitted models. */
@ApplicationScoped
public class Models implements PanacheRepositoryBase<Model, UUID> {

  List<Model> of(String owner) {
    return list("owner = ?1 order by createdAt", owner);
  }

  boolean taken(String owner, String name) {
    return count("owner = ?1 and name = ?2", owner, name) > 0;
  }
}
