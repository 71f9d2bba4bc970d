package org.primum.leaderboard.admin.importing;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.primum.leaderboard.gateway.FormProblems;
import org.primum.protocol.Json;

/** What an administrator entered to import one file. */
public final class ImportForm {

  private static final String COLUMN = "column-";
  private static final String CONSTANT = "constant-";
  private static final List<String> FIELDS =
      List.of("benchmark", "version", "format", "suite", "judges", "private");

  /** Fields of an item that a column can hold, in the order of the form. */
  private static final List<String> COLUMNS =
      List.of("prompt", "id", "category", "split", "document", "instruction");

  /** Fields that can be the same in every row. */
  private static final List<String> CONSTANTS = List.of("category", "split");

  private final MultivaluedMap<String, String> values;
  private final FormValue file;

  private ImportForm(MultivaluedMap<String, String> given, FormValue file) {
    values = new MultivaluedHashMap<>();
    Stream.of(
            FIELDS.stream(),
            COLUMNS.stream().map(COLUMN::concat),
            CONSTANTS.stream().map(CONSTANT::concat))
        .flatMap(names -> names)
        .forEach(name -> values.addAll(name, cleaned(given.get(name))));
    this.file = file;
  }

  /**
   * One field with one of its values.
   *
   * @param name the field's name
   * @param value what was entered or chosen
   */
  public record Field(String name, String value) {}

  /** A form that begins with what an address says. */
  static ImportForm of(MultivaluedMap<String, String> query) {
    return new ImportForm(query, null);
  }

  /** A form that was sent. */
  static ImportForm of(MultipartFormDataInput input) {
    MultivaluedMap<String, String> given = new MultivaluedHashMap<>();
    FormValue file = null;
    for (var field : input.getValues().entrySet()) {
      for (FormValue value : field.getValue()) {
        if (value.isFileItem()) {
          file = field.getKey().equals("file") ? value : file;
        } else {
          given.add(field.getKey(), value.getValue());
        }
      }
    }
    return new ImportForm(given, file);
  }

  /** The fields of the mapping, each with the words beside it. */
  static List<Field> columns() {
    return Stream.concat(
            COLUMNS.stream().map(name -> new Field(COLUMN + name, "Column of the " + name)),
            CONSTANTS.stream()
                .map(name -> new Field(CONSTANT + name, "The same " + name + " for every row")))
        .toList();
  }

  /** What was entered, empty when nothing was. */
  public String value(String field) {
    return Objects.requireNonNullElse(values.getFirst(field), "");
  }

  /** Whether that choice is one of those made. */
  public boolean chosen(String field, String choice) {
    return values.getOrDefault(field, List.of()).contains(choice);
  }

  /** Every field with a value, to be sent again. */
  public List<Field> fields() {
    return values.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
        .toList();
  }

  /** Whether columns are to be chosen. */
  public boolean mapped() {
    return value("format").equals(ImportFormat.MAPPED.label());
  }

  /** What the gateway's address or its multipart form could not be made without. */
  FormProblems missing() {
    if (value("benchmark").isEmpty()) {
      return FormProblems.of("benchmark", "is needed");
    }
    if (value("version").isEmpty()) {
      return FormProblems.of("version", "is needed");
    }
    if (value("format").isEmpty()) {
      return FormProblems.of("format", "is needed");
    }
    if (mapped()) {
      FormProblems unmapped = unmapped();
      if (unmapped.any()) {
        return unmapped;
      }
    }
    // A browser that was given no file sends an empty one without a name.
    return file == null || file.getFileName() == null || file.getFileName().isEmpty()
        ? FormProblems.of("file", "Choose a file.")
        : FormProblems.NONE;
  }

  private FormProblems unmapped() {
    if (value("suite").isEmpty()) {
      return FormProblems.of("suite", "Choose the suite that the rows are for.");
    }
    if (value(COLUMN + "prompt").isEmpty()) {
      return FormProblems.of(
          "mapping",
          "Name the column of the prompt. If you do not know it, write any name: the answer lists"
              + " the columns that the file has.");
    }
    return value(COLUMN + "category").isEmpty() && value(CONSTANT + "category").isEmpty()
        ? FormProblems.of(
            "mapping", "Name the column of the category, or one category for every row.")
        : FormProblems.NONE;
  }

  /** As the gateway takes it. */
  ClientMultipartForm multipart() {
    ClientMultipartForm form = ClientMultipartForm.create();
    attribute(form, "version", value("version"));
    attribute(form, "format", value("format"));
    attribute(form, "suite", value("suite"));
    attribute(form, "judges", String.join(",", values.getOrDefault("judges", List.of())));
    // Left out, the draft stays as it is: importing a second suite makes nothing public.
    attribute(form, "private", value("private"));
    if (mapped()) {
      attribute(form, "mapping", mapping());
    }
    return form.binaryFileUpload(
        "file",
        file.getFileName(),
        file.getFileItem().getFile().toString(),
        MediaType.APPLICATION_OCTET_STREAM);
  }

  /** Which columns mean what, as JSON; empty when none was named. */
  private String mapping() {
    SortedMap<String, String> columns = named(COLUMN, COLUMNS);
    SortedMap<String, String> constants = named(CONSTANT, CONSTANTS);
    return columns.isEmpty() && constants.isEmpty()
        ? ""
        : Json.write(new Mapping(columns, constants));
  }

  private record Mapping(SortedMap<String, String> columns, SortedMap<String, String> constants) {}

  private SortedMap<String, String> named(String prefix, List<String> names) {
    SortedMap<String, String> found = new TreeMap<>();
    names.stream()
        .filter(name -> !value(prefix + name).isEmpty())
        .forEach(name -> found.put(name, value(prefix + name)));
    return found;
  }

  private static void attribute(ClientMultipartForm form, String name, String value) {
    if (!value.isEmpty()) {
      form.attribute(name, value, null);
    }
  }

  private static List<String> cleaned(List<String> values) {
    return values == null
        ? List.of()
        : values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }
}
