package org.primum.leaderboard.error;

/**
 * What an error page says.
 *
 * @param status the HTTP status
 * @param title what happened, in a few words
 * @param advice what to do
 * @param signIn whether signing in may help
 */
record ErrorText(int status, String title, String advice, boolean signIn) {

  /** The usual words for a status. */
  static ErrorText of(int status) {
    return switch (status) {
      case 400 ->
          new ErrorText(
              400,
              "This form could not be taken",
              "It may have been open for too long. Go back, reload the page and send it again.",
              false);
      case 401 ->
          new ErrorText(
              401,
              "You are not signed in",
              "Signing in did not work, or your session has ended. Please sign in again.",
              true);
      case 403 ->
          new ErrorText(
              403,
              "Your account may not see this",
              "This page is for other roles, or for the owner of what it shows. If you have another"
                  + " account, sign out and sign in with that one.",
              false);
      case 404 ->
          new ErrorText(
              404,
              "There is nothing here",
              "The address may be mistyped, or what it showed was never there. The board lists every"
                  + " model and evaluation.",
              false);
      case 405 ->
          new ErrorText(
              405,
              "This address only takes a form",
              "Go back to the page with the form and use its button.",
              false);
      case 413 ->
          new ErrorText(
              413,
              "The file is too large",
              "At most 256 MB are taken at once. Split the file, or zip it.",
              false);
      case 502, 503, 504 ->
          new ErrorText(
              503,
              "Part of Primum is away",
              "The gateway does not answer, so this page cannot be shown at the moment. The board and"
                  + " finished evaluations can still be read. Please try again in a minute.",
              false);
      default ->
          status >= 500
              ? new ErrorText(
                  500,
                  "Something failed on our side",
                  "It has been noted in the log. Please try again; if it stays so, tell whoever runs"
                      + " this Primum.",
                  false)
              : new ErrorText(
                  status,
                  "This could not be done",
                  "The request was refused. Go back and try it in another way.",
                  false);
    };
  }
}
