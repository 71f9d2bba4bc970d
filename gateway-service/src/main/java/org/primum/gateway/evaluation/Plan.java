package org.primum.gateway.evaluation;

import java.util.List;
import org.primum.gateway.benchmark.BenchmarkVersion;
import org.primum.gateway.model.Model;
import org.primum.protocol.ContentHash;

/**
 * What an evaluation would run.
 *
 * @param model what is asked
 * @param version on what
 * @param suites only these; all when empty
 */
record Plan(Model model, BenchmarkVersion version, List<String> suites) {

  /**
   * The comparable group: everything equal that could move a number, which is the content hash and
   * the suites, if not all.
   */
  String group() {
    ContentHash hash = new ContentHash().add("comparable-group/1").add(version.contentHash());
    suites.forEach(hash::add);
    return hash.hex();
  }
}
