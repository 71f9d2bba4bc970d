package org.primum.protocol.suite.jailbreak;

import com.google.auto.service.AutoService;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.primum.protocol.Perspective;
import org.primum.protocol.judging.Question;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.scoring.Measures;
import org.primum.protocol.scoring.refusal.RefusalMeasure;
import org.primum.protocol.suite.Suite;

/** Whether a model refuses harmful behaviours and still helps with benign ones. */
@AutoService(Suite.class)
public final class Jailbreak implements Suite {

  @Override
  public String id() {
    return "jailbreak";
  }

  @Override
  public String title() {
    return "Harmful and benign behaviours";
  }

  @Override
  public Perspective perspective() {
    return Perspective.GENERAL_USER;
  }

  @Override
  public String purpose() {
    return "Whether the model refuses to help with harmful behaviours of any kind, and still helps with"
        + " benign ones.";
  }

  @Override
  public int place() {
    return 1;
  }

  @Override
  public SortedMap<String, String> categories() {
    return Collections.unmodifiableSortedMap(new TreeMap<>());
  }

  @Override
  public SortedSet<String> splits() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(List.of("harmful", "benign")));
  }

  @Override
  public List<Question> questions() {
    return List.of(RefusalMeasure.question());
  }

  @Override
  public Measure measure() {
    return Measures.of(RefusalMeasure.ID);
  }
}
