package org.primum.leaderboard.atom;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.primum.leaderboard.page.Formatting;
import org.primum.leaderboard.page.PublicAddress;
import org.primum.leaderboard.sharing.Preview;
import org.primum.leaderboard.sharing.Previews;
import org.primum.protocol.message.EvaluationChanged;

/** A feed of evaluations by RFC 4287. All text is plain text, and of a bounded length. */
final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final PublicAddress address;
  private final Previews previews;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private AtomFeed(PublicAddress address, Previews previews) throws XMLStreamException {
    this.address = address;
    this.previews = previews;
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /**
   * The feed.
   *
   * @param newest evaluations that have ended, the newest first
   * @param empty when a feed without any entry was changed last
   */
  static String of(
      List<EvaluationChanged> newest, Instant empty, PublicAddress address, Previews previews) {
    try {
      return new AtomFeed(address, previews).write(newest, empty);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String write(List<EvaluationChanged> newest, Instant empty) throws XMLStreamException {
    String self = address.of("/feed.atom");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    element("id", "urn:uuid:" + UUID.nameUUIDFromBytes(self.getBytes(StandardCharsets.UTF_8)));
    element("title", "Primum: finished evaluations");
    element(
        "updated", newest.stream().map(AtomFeed::changed).max(Instant::compareTo).orElse(empty));
    link("self", "application/atom+xml", self);
    link("alternate", "text/html", address.of("/"));
    xml.writeStartElement("author");
    element("name", "Primum");
    element("uri", address.of("/"));
    xml.writeEndElement();
    for (EvaluationChanged evaluation : newest) {
      entry(evaluation);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
    return text.toString();
  }

  private void entry(EvaluationChanged evaluation) throws XMLStreamException {
    Preview preview = previews.of(evaluation);
    xml.writeStartElement("entry");
    element("id", "urn:uuid:" + evaluation.id());
    element("title", preview.title() + ": " + how(evaluation));
    element("updated", changed(evaluation));
    element("published", evaluation.finishedAt());
    link("alternate", "text/html", address.of("/evaluations/" + evaluation.id()));
    element("summary", preview.description());
    xml.writeEndElement();
  }

  private static String how(EvaluationChanged evaluation) {
    return evaluation.withdrawn() ? "Withdrawn" : Formatting.words(evaluation.state());
  }

  private static Instant changed(EvaluationChanged evaluation) {
    return evaluation.withdrawn() ? evaluation.withdrawnAt() : evaluation.finishedAt();
  }

  private void element(String name, Object content) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(content.toString());
    xml.writeEndElement();
  }

  private void link(String relation, String type, String target) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", target);
  }
}
