package org.primum.gateway.evaluation;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.primum.gateway.problem.Problem;

/** The multipart form an administrator imports a run with. */
public class RunUpload {

  private static final int LONGEST_NAME = 100;

  /** Who stands behind the model. */
  @RestForm String organization;

  /** The suite's id; may be left out where the manifest's benchmark tells. */
  @RestForm String suite;

  /** Whether items are shown only to reviewers and administrators. */
  @RestForm("private")
  boolean privateItems;

  /** The zip. */
  @RestForm FileUpload file;

  String checkedOrganization() {
    if (organization == null || organization.isBlank()) {
      throw Problem.badRequest("Name the \"organization\" that stands behind the model.");
    }
    if (organization.length() > LONGEST_NAME
        || organization.chars().anyMatch(Character::isISOControl)) {
      throw Problem.badRequest(
          "The \"organization\" may have 100 characters at the most, and no control characters.");
    }
    return organization.strip();
  }

  String namedSuite() {
    return suite == null || suite.isBlank() ? null : suite.strip();
  }

  FileUpload checkedFile() {
    if (file == null) {
      throw Problem.badRequest(
          "Send the run as \"file\": a zip of its records.jsonl, metrics.json and manifest.json.");
    }
    return file;
  }
}
