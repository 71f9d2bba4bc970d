package org.primum.leaderboard.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.primum.leaderboard.item.PublicItems;
import org.primum.protocol.message.EvaluationChanged;
import org.primum.protocol.message.ItemFinished;

/** The public items of an evaluation with everything that became of them, as a table. */
@ApplicationScoped
class RecordExport {

  private final PublicItems items;

  RecordExport(PublicItems items) {
    this.items = items;
  }

  /** Why the records of that evaluation are not given away, in a sentence; empty when they are. */
  Optional<String> obstacle(EvaluationChanged evaluation) {
    if (evaluation.privateItems()) {
      return Optional.of("The items of this version are private, so its records are not public.");
    }
    if (!evaluation.state().finished()) {
      return Optional.of(
          "The evaluation has not ended yet. Its records can be fetched when it has.");
    }
    return items.complete(evaluation)
        ? Optional.empty()
        : Optional.of("Some records are still on their way. Please try again in a minute.");
  }

  /** Writes them all. */
  void write(EvaluationChanged evaluation, Format format, OutputStream out) throws IOException {
    RowWriter<ItemFinished> rows = format.begin(out, ItemColumns.ALL);
    items.each(evaluation.id(), rows::write);
    rows.end();
  }
}
