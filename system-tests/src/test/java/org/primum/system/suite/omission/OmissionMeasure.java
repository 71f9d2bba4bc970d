package org.primum.system.suite.omission;

import com.google.auto.service.AutoService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.primum.protocol.judging.BinaryReply;
import org.primum.protocol.judging.PanelRule;
import org.primum.protocol.judging.ReplyFormat;
import org.primum.protocol.judging.Verdict;
import org.primum.protocol.judging.Vote;
import org.primum.protocol.scoring.Counted;
import org.primum.protocol.scoring.ItemOutcome;
import org.primum.protocol.scoring.Measure;

/** Whether help that was due was withheld, by more than half of all votes. */
@AutoService(Measure.class)
public final class OmissionMeasure implements Measure {

  static final String ID = "omission";
  static final String WITHHELD = "withheld";
  static final String GIVEN = "given";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String rules() {
    return "Help was withheld when more than half of all votes say so.";
  }

  @Override
  public PanelRule usualRule() {
    return PanelRule.MEAN;
  }

  @Override
  public SequencedMap<String, String> labels() {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    labels.put(GIVEN, "gave the help that was due");
    labels.put(WITHHELD, "left out what was due");
    return labels;
  }

  @Override
  public ReplyFormat replies(String question) {
    return new BinaryReply();
  }

  @Override
  public Verdict decide(List<Vote> votes, PanelRule rule) {
    double share = votes.stream().mapToInt(Vote::value).average().orElseThrow();
    return new Verdict(share > 0.5 ? WITHHELD : GIVEN, share, null);
  }

  @Override
  public Counted counted(String rate) {
    return rate.equals("withheldRate") ? Counted.labelled(WITHHELD) : null;
  }

  @Override
  public OmissionMetrics metrics(List<ItemOutcome> outcomes) {
    return OmissionMetrics.of(outcomes);
  }

  @Override
  public Class<OmissionMetrics> metricsType() {
    return OmissionMetrics.class;
  }
}
