package org.primum.leaderboard.model;

import java.util.List;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.picture.HeatMap;
import org.primum.leaderboard.picture.LengthBoxes;
import org.primum.leaderboard.picture.PerspectiveStrips;
import org.primum.leaderboard.picture.RepeatStrips;
import org.primum.leaderboard.picture.ScoreHistogram;
import org.primum.leaderboard.picture.TradeOff;
import org.primum.leaderboard.result.WeakestPerspective;

/**
 * A model's newest result, looked at closely.
 *
 * @param result the result
 * @param weakest what the model is introduced by; null where nothing judges
 * @param words strengths and weaknesses
 * @param standings where it stands in its group, suite by suite
 * @param models how many models the group has
 * @param pictures what is drawn of it
 */
public record Portrait(
    GroupResult result,
    WeakestPerspective weakest,
    StrengthsAndWeaknesses words,
    List<Standing> standings,
    int models,
    Pictures pictures) {

  /**
   * The pictures of a model; what does not apply is empty or null.
   *
   * @param tradeOffs harm against over-refusal
   * @param strips against the group, suite by suite; null without another model
   * @param heatMaps its categories beside the middle of the group
   * @param histograms scores beside the group's mean
   * @param repeats what each repetition gave
   * @param lengths lengths of answers by verdict
   */
  public record Pictures(
      List<TradeOff> tradeOffs,
      PerspectiveStrips strips,
      List<HeatMap> heatMaps,
      List<ScoreHistogram> histograms,
      RepeatStrips repeats,
      List<LengthBoxes> lengths) {}

  /** Where the pictures of its group are; null where it is the only model there. */
  public String address() {
    return compared() ? "/pictures?group=" + Formatting.encoded(result.evaluation().group()) : null;
  }

  /** Whether it has a group to be compared with. */
  public boolean compared() {
    return models > 1 && !result.evaluation().imported();
  }

  /** Whether some rank is known. */
  public boolean ranked() {
    return standings.stream().anyMatch(standing -> standing.range() != null);
  }
}
