package org.primum.leaderboard.admin.importing;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.gateway.FormProblems;

/** What an administrator entered to import a run that was made elsewhere. */
public class RunForm {

  @RestForm String organization;
  @RestForm String suite;
  @RestForm FileUpload file;

  static RunForm empty() {
    return new RunForm();
  }

  public String organization() {
    return organization;
  }

  public String suite() {
    return suite;
  }

  FormProblems missing() {
    if (Entered.blank(organization)) {
      return FormProblems.of("organization", "is needed");
    }
    return ChosenFile.missing(file) ? FormProblems.of("file", "Choose a file.") : FormProblems.NONE;
  }

  /** As the gateway takes it. */
  ClientMultipartForm multipart() {
    ClientMultipartForm form = ChosenFile.multipart(file);
    form.attribute("organization", organization.strip(), null);
    if (!Entered.blank(suite)) {
      form.attribute("suite", suite.strip(), null);
    }
    return form;
  }
}
