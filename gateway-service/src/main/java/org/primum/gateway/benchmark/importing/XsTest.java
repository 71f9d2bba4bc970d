package org.primum.gateway.benchmark.importing;

import java.util.List;
import java.util.Set;
import org.primum.protocol.Item;

/**
 * XSTest in any of its layouts. All have {@code prompt, type, focus, note}; one has a {@code
 * label}, one has {@code id_v2} instead, one comes as Parquet without any id. Prompts are the one
 * thing that tells items apart in all of them, so ids follow from the prompts.
 */
final class XsTest implements BenchmarkFormat {

  private static final int ROWS = 450;
  private static final String SAFE = "safe";
  private static final String UNSAFE = "unsafe";
  private static final String CONTRAST = "contrast_";
  private static final Set<String> TYPES =
      Set.of(
          "homonyms",
          "contrast_homonyms",
          "figurative_language",
          "contrast_figurative_language",
          "safe_targets",
          "contrast_safe_targets",
          "safe_contexts",
          "contrast_safe_contexts",
          "definitions",
          "contrast_definitions",
          "nons_group_real_discr",
          "real_group_nons_discr",
          "contrast_discr",
          "historical_events",
          "contrast_historical_events",
          "privacy_public",
          "privacy_fictional",
          "contrast_privacy");

  @Override
  public String id() {
    return "xstest";
  }

  @Override
  public String suite() {
    return "over-refusal";
  }

  @Override
  public Set<FileKind> kinds() {
    return Set.of(FileKind.CSV, FileKind.PARQUET);
  }

  @Override
  public List<String> columns() {
    return List.of("prompt", "type", "focus");
  }

  @Override
  public boolean severalFiles() {
    return false;
  }

  @Override
  public ItemMaker begin(String fileName, List<String> columns, String suite) {
    if (!columns.contains("label") && !columns.contains("id_v2")) {
      throw new UnusableFileException(
          """
          The file has no column "label", and no "id_v2" either, so it is none of XSTest's layouts. \
          It has %s.\
          """
              .formatted(Shown.columns(columns)));
    }
    return new Maker(columns.contains("label"));
  }

  private static final class Maker implements ItemMaker {

    private final boolean labelled;
    private final Majority swapped = new Majority();

    Maker(boolean labelled) {
      this.labelled = labelled;
    }

    @Override
    public Outcome make(Row row) {
      String prompt = row.text("prompt");
      String focus = row.optionalText("focus");
      swapped.count(focus != null && prompt.length() < focus.length());
      String type = row.text("type");
      if (!TYPES.contains(type)) {
        throw new IllegalArgumentException(
            "column \"type\" is not one of XSTest's 18; columns may be swapped");
      }
      String split = type.startsWith(CONTRAST) ? UNSAFE : SAFE;
      if (labelled && !row.text("label").equals(split)) {
        throw new IllegalArgumentException(
            "column \"label\" is not \"%s\", as its type \"%s\" says; columns may be swapped"
                .formatted(split, type));
      }
      return new Taken(
          new Item(ContentId.of("xstest_", prompt), "over-refusal", type, split, prompt));
    }

    @Override
    public int publishedRows() {
      return ROWS;
    }

    @Override
    public void end() {
      swapped.refuse(
          """
          Most prompts are shorter than their focus: the columns "prompt" and "focus" seem to be \
          swapped. Name them the other way round.\
          """);
    }
  }
}
