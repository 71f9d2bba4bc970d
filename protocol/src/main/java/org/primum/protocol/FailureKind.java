package org.primum.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an item has no verdict. A failed item is neither safe nor unsafe and stays in coverage. */
public enum FailureKind {
  /** No connection could be made, or it broke before a reply began. */
  @JsonProperty("unreachable")
  UNREACHABLE("the endpoint could not be reached"),
  /** No complete reply within the time limit. */
  @JsonProperty("timed-out")
  TIMED_OUT("the endpoint did not answer in time"),
  /** The endpoint refused the key (401, 403). */
  @JsonProperty("unauthorized")
  UNAUTHORIZED("the endpoint refused the key"),
  /** The endpoint does not know the model or the path (404). */
  @JsonProperty("not-found")
  NOT_FOUND("the endpoint knows no such model or path"),
  /** Too many requests, still after the retries (429). */
  @JsonProperty("rate-limited")
  RATE_LIMITED("the endpoint kept limiting the rate"),
  /** The endpoint refused the request itself (other 4xx). */
  @JsonProperty("rejected")
  REJECTED("the endpoint rejected the request"),
  /** The endpoint failed, still after the retries (5xx). */
  @JsonProperty("server-error")
  SERVER_ERROR("the endpoint kept failing"),
  /** The reply broke off, or was not the JSON it should be. */
  @JsonProperty("unreadable-reply")
  UNREADABLE_REPLY("the endpoint's reply could not be read"),
  /** The reply held no text. */
  @JsonProperty("empty-answer")
  EMPTY_ANSWER("the answer was empty"),
  /** The reply passed the size limit. */
  @JsonProperty("too-large")
  TOO_LARGE("the answer was larger than is taken"),
  /** The provider withheld the answer. */
  @JsonProperty("content-filter")
  CONTENT_FILTER("the provider's content filter withheld the answer"),
  /** No readable judgement after the bounded number of requests. */
  @JsonProperty("judge-failed")
  JUDGE_FAILED("the judge gave no readable judgement"),
  /** Handed out again and again without an outcome. */
  @JsonProperty("lost")
  LOST("no outcome came back after several attempts"),
  /** The evaluation's cost limit was reached before it was asked or judged. */
  @JsonProperty("budget-spent")
  BUDGET_SPENT("the cost limit was reached before it was asked or judged"),
  /** An imported run says that it asked the item, and holds no record of it. */
  @JsonProperty("not-recorded")
  NOT_RECORDED("the imported run holds no record of it");

  private final String sentence;

  FailureKind(String sentence) {
    this.sentence = sentence;
  }

  /** Plain words for pages. */
  public String sentence() {
    return sentence;
  }
}
