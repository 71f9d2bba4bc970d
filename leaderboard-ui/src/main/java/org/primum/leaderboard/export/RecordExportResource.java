package org.primum.leaderboard.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.primum.leaderboard.evaluation.Evaluations;
import org.primum.protocol.message.EvaluationChanged;

/** The records of an evaluation that has ended, as a file. */
@Path("/evaluations/{id}/records.{extension}")
@RunOnVirtualThread
class RecordExportResource {

  private final Evaluations evaluations;
  private final RecordExport records;
  private final Downloads downloads;

  RecordExportResource(Evaluations evaluations, RecordExport records, Downloads downloads) {
    this.evaluations = evaluations;
    this.records = records;
    this.downloads = downloads;
  }

  @GET
  public Response records(@RestPath UUID id, @RestPath String extension) {
    Format format =
        Optional.of(extension)
            .flatMap(Format::named)
            .filter(named -> named != Format.JSON)
            .orElseThrow(NotFoundException::new);
    EvaluationChanged evaluation = evaluations.one(id).orElseThrow(NotFoundException::new);
    Optional<String> obstacle = records.obstacle(evaluation);
    return obstacle.isPresent()
        ? Downloads.refused(obstacle.get())
        : downloads
            .of("primum-records-" + id, format, out -> records.write(evaluation, format, out))
            .build();
  }
}
