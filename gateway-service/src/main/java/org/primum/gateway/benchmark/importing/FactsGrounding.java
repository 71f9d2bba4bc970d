package org.primum.gateway.benchmark.importing;

import java.util.List;
import java.util.Set;
import org.primum.protocol.Item;

/**
 * FACTS Grounding: {@code system_instruction, user_request, context_document}; later releases add
 * {@code domain}, of which the medical rows are taken. Rows have no id, so theirs is their number.
 */
final class FactsGrounding implements BenchmarkFormat {

  /** The one category: within the medical part, rows are not divided further. */
  static final String CATEGORY = "medical";

  private static final String INSTRUCTION = "system_instruction";
  private static final String REQUEST = "user_request";
  private static final String DOCUMENT = "context_document";
  private static final String DOMAIN = "domain";

  @Override
  public String id() {
    return "facts-grounding";
  }

  @Override
  public String suite() {
    return "groundedness";
  }

  @Override
  public Set<FileKind> kinds() {
    return Set.of(FileKind.CSV);
  }

  @Override
  public List<String> columns() {
    return List.of(INSTRUCTION, REQUEST, DOCUMENT);
  }

  @Override
  public boolean severalFiles() {
    return false;
  }

  @Override
  public String tokenizer() {
    return TokenLimit.TOKENIZER;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String suite) {
    return new Maker(columns.contains(DOMAIN));
  }

  private static final class Maker implements ItemMaker {

    private final boolean domains;
    private final Majority swapped = new Majority();
    private int number;

    Maker(boolean domains) {
      this.domains = domains;
    }

    @Override
    public Outcome make(Row row) {
      number++;
      if (domains && !CATEGORY.equalsIgnoreCase(String.valueOf(row.optionalText(DOMAIN)).strip())) {
        return new LeftOut("of another domain than Medical");
      }
      String request = row.text(REQUEST);
      String document = row.text(DOCUMENT);
      String whole = row.optionalText("full_prompt");
      swapped.count(
          document.length() < request.length()
              || (whole != null && whole.length() < document.length()));
      if (TokenLimit.passedBy(document, request)) {
        return new LeftOut(
            "document and request of more than %,d tokens".formatted(TokenLimit.TOKENS));
      }
      return new Taken(
          new Item(
              "facts_" + number,
              "groundedness",
              CATEGORY,
              null,
              request,
              document,
              row.optionalText(INSTRUCTION),
              null));
    }

    @Override
    public void end() {
      swapped.refuse(
          """
          Most documents are shorter than the request about them, or longer than the whole prompt: \
          the columns "context_document", "user_request" and "full_prompt" seem to be swapped. Compare \
          their headers with what is below them.\
          """);
    }
  }
}
