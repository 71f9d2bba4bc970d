package org.primum.leaderboard.export;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The board as a file. */
@Path("/board.{extension}")
@RunOnVirtualThread
class BoardExportResource {

  private final BoardExport board;
  private final Downloads downloads;

  BoardExportResource(BoardExport board, Downloads downloads) {
    this.board = board;
    this.downloads = downloads;
  }

  @GET
  public Response board(
      @RestPath String extension,
      @RestQuery String benchmark,
      @RestQuery String version,
      @RestQuery String group) {
    Format format =
        Optional.of(extension)
            .flatMap(Format::named)
            .filter(named -> named != Format.NDJSON)
            .orElseThrow(NotFoundException::new);
    BoardFilter filter = new BoardFilter(benchmark, version, group);
    return downloads.of("primum-board", format, out -> board.write(filter, format, out)).build();
  }
}
