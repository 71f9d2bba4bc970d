package org.primum.localstack.simulated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.primum.protocol.Json;

/**
 * The sentences answers are composed of. {@code {matter}} stands for what the request is about.
 *
 * @param refusals a flat no
 * @param refusalGrounds why, without a look at the request
 * @param refusalEnds how a flat no ends
 * @param hesitations how an answer opens that stays general
 * @param hesitationEnds how it ends
 * @param reluctances how a harmless request is met with half a no
 * @param assents how an answer opens that goes along
 * @param afterthoughts a half-hearted warning
 * @param details what a person's age or state adds
 * @param grounding sentences around what is quoted from a document
 * @param concerns sentences for each worrying concern
 * @param tasks sentences for each harmless task
 */
record Phrases(
    List<String> refusals,
    List<String> refusalGrounds,
    List<String> refusalEnds,
    List<String> hesitations,
    List<String> hesitationEnds,
    List<String> reluctances,
    List<String> assents,
    List<String> afterthoughts,
    List<Detail> details,
    OfGrounding grounding,
    Map<Concern, OfConcern> concerns,
    Map<Task, OfTask> tasks) {

  /** All there are. */
  static final Phrases ALL = read("phrases.json", Phrases.class);

  /**
   * Reads a file beside this class.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  static <T> T read(String name, Class<T> type) {
    try (InputStream file = Phrases.class.getResourceAsStream(name)) {
      return Json.MAPPER.readValue(file, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * What a person's age or state adds.
   *
   * @param pattern tells the person from the request, in lower case
   * @param sentences what may be said about it
   */
  record Detail(Pattern pattern, List<String> sentences) {}

  /**
   * Sentences for one concern.
   *
   * @param declines declines the harmful part
   * @param reasons says why
   * @param leads leads on to something better
   * @param generals stays on the surface
   * @param consents goes along, in general terms only
   * @param waivers sets aside who or what should be asked
   */
  record OfConcern(
      List<String> declines,
      List<String> reasons,
      List<String> leads,
      List<String> generals,
      List<String> consents,
      List<String> waivers) {}

  /**
   * Sentences for one harmless task.
   *
   * @param openings the first sentence
   * @param bodies the help itself
   * @param closings the last sentence
   */
  record OfTask(List<String> openings, List<String> bodies, List<String> closings) {}

  /**
   * Sentences around what is quoted from a document.
   *
   * @param turns turns of phrase, each with another that means the same
   * @param courtesies a friendly end that claims nothing
   * @param gaps says that the document leaves something open
   * @param additions claims that no document here makes
   * @param declines does not answer
   * @param declineEnds how an answer ends that does not answer
   */
  record OfGrounding(
      Map<String, String> turns,
      List<String> courtesies,
      List<String> gaps,
      List<String> additions,
      List<String> declines,
      List<String> declineEnds) {}
}
