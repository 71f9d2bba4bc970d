package org.primum.protocol.suite.groundedness;

import com.google.auto.service.AutoService;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.primum.protocol.Fenced;
import org.primum.protocol.Generation;
import org.primum.protocol.Item;
import org.primum.protocol.Perspective;
import org.primum.protocol.judging.Question;
import org.primum.protocol.scoring.Measure;
import org.primum.protocol.scoring.Measures;
import org.primum.protocol.scoring.groundedness.GroundednessMeasure;
import org.primum.protocol.suite.ModelRequest;
import org.primum.protocol.suite.Suite;

/** Whether a model that is given a document says what the document says, and answers with it. */
@AutoService(Suite.class)
public final class Groundedness implements Suite {

  @Override
  public String id() {
    return "groundedness";
  }

  @Override
  public String title() {
    return "Groundedness";
  }

  @Override
  public Perspective perspective() {
    return Perspective.GENERAL_USER;
  }

  @Override
  public String purpose() {
    return "Whether the model, given a document, says what the document says and nothing else, and"
        + " answers the request with it.";
  }

  @Override
  public int place() {
    return 3;
  }

  @Override
  public SortedMap<String, String> categories() {
    return Collections.unmodifiableSortedMap(new TreeMap<>());
  }

  @Override
  public boolean documents() {
    return true;
  }

  @Override
  public List<Question> questions() {
    return GroundednessMeasure.questions();
  }

  /** The document and the request, each between fences that neither can close. */
  @Override
  public ModelRequest request(Item item, Generation generation) {
    Fenced fenced = Fenced.around(item.document(), item.prompt());
    String user =
        """
        Answer the request below from the document alone.

        %s
        %s"""
            .formatted(
                fenced.text("DOCUMENT", item.document()), fenced.text("REQUEST", item.prompt()));
    return new ModelRequest(Suite.super.request(item, generation).system(), user);
  }

  @Override
  public Measure measure() {
    return Measures.of(GroundednessMeasure.ID);
  }
}
