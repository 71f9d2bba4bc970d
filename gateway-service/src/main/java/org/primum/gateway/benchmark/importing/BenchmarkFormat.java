package org.primum.gateway.benchmark.importing;

import java.util.List;
import java.util.Set;

/** A layout that benchmark files come in. */
interface BenchmarkFormat {

  /** The name it is asked for by. */
  String id();

  /** The suite its items are of, or null when the rows or the request say so. */
  String suite();

  /** The kinds of file it comes as. */
  Set<FileKind> kinds();

  /** The columns that every file of it has. */
  List<String> columns();

  /** Whether a zip may hold several files of it. */
  boolean severalFiles();

  /** The tokenizer it measures rows with, or null. */
  default String tokenizer() {
    return null;
  }

  /**
   * Begins a file.
   *
   * @param fileName without folders
   * @param columns as in its header; empty when each row names its own
   * @param suite the suite named with the upload, or null
   * @throws UnusableFileException when the name or the columns do not do
   */
  ItemMaker begin(String fileName, List<String> columns, String suite);
}
