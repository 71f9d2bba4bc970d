package org.primum.judge.judging;

import java.util.List;
import org.primum.modelclient.Sighting;
import org.primum.protocol.judging.JudgingProtocol.Judge;
import org.primum.protocol.judging.Vote;

/**
 * What one judge of a panel has said.
 *
 * @param judge who
 * @param votes every vote so far; only the last may be without a value
 * @param trouble what trouble of its endpoint keeps it from saying more now, for a person; null
 *     without
 * @param met what was met at its endpoint this time
 */
record Opinion(Judge judge, List<Vote> votes, String trouble, Sighting met) {

  /** The vote that could not be read; null when there is none. */
  Vote unreadable() {
    return votes.isEmpty() || votes.getLast().value() != null ? null : votes.getLast();
  }
}
