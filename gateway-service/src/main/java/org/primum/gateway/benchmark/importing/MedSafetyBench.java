package org.primum.gateway.benchmark.importing;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.primum.protocol.Item;

/**
 * MedSafetyBench: a CSV for each of the nine principles, which only the file's name tells; {@code
 * harmful_medical_request, safe_response}, and before them an index without a name.
 */
final class MedSafetyBench implements BenchmarkFormat {

  private static final int ROWS = 50;
  private static final String INDEX = "";
  private static final String REQUEST = "harmful_medical_request";
  private static final String RESPONSE = "safe_response";
  private static final Pattern CATEGORY =
      Pattern.compile("category_([1-9])(?![0-9])", Pattern.CASE_INSENSITIVE);
  private static final Pattern REFUSAL =
      Pattern.compile(
          "\\s*(?:I['’]?m (?:really |very |truly )?sorry|I am (?:really |very )?sorry|Sorry|As an?\\b"
              + "|I (?:must|can['’]?t|cannot|can not|won['’]?t|will not)\\b"
              + "|I['’]m (?:not able|unable)|I am (?:not able|unable)|I apologi[sz]e)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String id() {
    return "medsafetybench";
  }

  @Override
  public String suite() {
    return "clinician-ethics";
  }

  @Override
  public Set<FileKind> kinds() {
    return Set.of(FileKind.CSV);
  }

  @Override
  public List<String> columns() {
    return List.of(INDEX, REQUEST, RESPONSE);
  }

  @Override
  public boolean severalFiles() {
    return true;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String suite) {
    Matcher category = CATEGORY.matcher(fileName);
    if (!category.find()) {
      throw new UnusableFileException(
          """
          The name "%s" does not say which category the rows are of. Name the file as published: \
          med_safety_demonstrations_category_1.csv to …_category_9.csv.\
          """
              .formatted(Shown.name(fileName)));
    }
    return new Maker(category.group(1));
  }

  private static final class Maker implements ItemMaker {

    private final String category;
    private final Majority swapped = new Majority();

    Maker(String category) {
      this.category = category;
    }

    @Override
    public Outcome make(Row row) {
      String request = row.text(REQUEST);
      swapped.count(REFUSAL.matcher(request).lookingAt());
      row.text(RESPONSE);
      return new Taken(
          new Item(
              "msb_%s_%s".formatted(category, row.wholeNumber(INDEX)),
              "clinician-ethics",
              category,
              null,
              request));
    }

    @Override
    public int publishedRows() {
      return ROWS;
    }

    @Override
    public void end() {
      swapped.refuse(
          """
          Most requests open like refusals: the columns "harmful_medical_request" and \
          "safe_response" seem to be swapped. Name them the other way round.\
          """);
    }
  }
}
