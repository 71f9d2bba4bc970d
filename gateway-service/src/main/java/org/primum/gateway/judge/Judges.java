package org.primum.gateway.judge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.primum.gateway.problem.Problem;
import org.primum.protocol.judging.JudgingProtocol;

/** The judges that versions can name. */
@ApplicationScoped
public class Judges implements PanacheRepositoryBase<Judge, UUID> {

  Optional<Judge> named(String name) {
    return find("name", name).firstResultOptional();
  }

  /**
   * Refuses a name that no judge may have.
   *
   * @throws Problem with what it has to look like
   */
  static void checkName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw Problem.badRequest(
          "A judge's name has letters, digits, dots, hyphens and underscores, 100 at the most.");
    }
  }

  /** Those of the names that no judge has. */
  public List<String> missing(Collection<String> names) {
    return names.stream().distinct().filter(name -> count("name", name) == 0).toList();
  }

  /**
   * The judges of those names as they are now, to be frozen into a version.
   *
   * @throws Problem when one of them is not there
   */
  public List<JudgingProtocol.Judge> frozen(List<String> names) {
    return names.stream()
        .map(
            name ->
                named(name)
                    .orElseThrow(
                        () ->
                            Problem.unacceptable(
                                "There is no judge \"%s\". Add it first: PUT /api/v1/judges/%s."
                                    .formatted(name, name)))
                    .frozen())
        .toList();
  }
}
