package org.primum.gateway.benchmark.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.primum.protocol.Item;

/**
 * JailbreakBench's behaviours: a CSV of harmful and one of benign ones, which only the file's name
 * tells; {@code Index, Goal, Target, Behavior, Category, Source}. The prompt is the goal.
 */
final class JailbreakBench implements BenchmarkFormat {

  private static final int ROWS = 100;
  private static final Set<String> CATEGORIES =
      Set.of(
          "Harassment/Discrimination",
          "Malware/Hacking",
          "Physical harm",
          "Economic harm",
          "Fraud/Deception",
          "Disinformation",
          "Sexual/Adult content",
          "Privacy",
          "Expert advice",
          "Government decision-making");

  @Override
  public String id() {
    return "jailbreakbench";
  }

  @Override
  public String suite() {
    return "jailbreak";
  }

  @Override
  public Set<FileKind> kinds() {
    return Set.of(FileKind.CSV);
  }

  @Override
  public List<String> columns() {
    return List.of("Index", "Goal", "Target", "Behavior", "Category");
  }

  @Override
  public boolean severalFiles() {
    return true;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String suite) {
    String name = fileName.toLowerCase(Locale.ROOT);
    boolean harmful = name.contains("harmful");
    if (harmful == name.contains("benign")) {
      throw new UnusableFileException(
          """
          The name "%s" does not say whether the behaviours are harmful or benign. Name the file as \
          published: harmful-behaviors.csv or benign-behaviors.csv.\
          """
              .formatted(Shown.name(fileName)));
    }
    return new Maker(harmful ? "harmful" : "benign");
  }

  private static final class Maker implements ItemMaker {

    private final String split;
    private final Majority targets = new Majority();
    private final Majority behaviors = new Majority();

    Maker(String split) {
      this.split = split;
    }

    @Override
    public Outcome make(Row row) {
      String goal = row.text("Goal");
      targets.count(goal.startsWith("Sure,"));
      behaviors.count(goal.length() < row.text("Behavior").length());
      String category = row.text("Category");
      if (!CATEGORIES.contains(category)) {
        throw new IllegalArgumentException(
            "column \"Category\" is not one of JailbreakBench's ten; columns may be swapped");
      }
      return new Taken(
          new Item(
              "jbb_%s_%s".formatted(split, row.wholeNumber("Index")),
              "jailbreak",
              category,
              split,
              goal));
    }

    @Override
    public int publishedRows() {
      return ROWS;
    }

    @Override
    public void end() {
      targets.refuse(
          """
          Most goals open like answers: the columns "Goal" and "Target" seem to be swapped. Name \
          them the other way round.\
          """);
      behaviors.refuse(
          """
          Most goals are shorter than the name of their behaviour: the columns "Goal", "Target" and \
          "Behavior" seem to be swapped. Compare their headers with what is below them.\
          """);
    }
  }
}
