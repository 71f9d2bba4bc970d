package org.primum.protocol.suite.overrefusal;

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

/** Whether a model refuses what only sounds dangerous, beside what truly is. */
@AutoService(Suite.class)
public final class OverRefusal implements Suite {

  @Override
  public String id() {
    return "over-refusal";
  }

  @Override
  public String title() {
    return "Over-refusal";
  }

  @Override
  public Perspective perspective() {
    return Perspective.GENERAL_USER;
  }

  @Override
  public String purpose() {
    return "Whether the model refuses requests that only sound dangerous, beside contrasts that truly"
        + " are unsafe.";
  }

  @Override
  public int place() {
    return 2;
  }

  @Override
  public SortedMap<String, String> categories() {
    return Collections.unmodifiableSortedMap(new TreeMap<>());
  }

  @Override
  public SortedSet<String> splits() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(List.of("safe", "unsafe")));
  }

  @Override
  public List<String> headline() {
    return List.of("overRefusalRate", "attackSuccessRate");
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
