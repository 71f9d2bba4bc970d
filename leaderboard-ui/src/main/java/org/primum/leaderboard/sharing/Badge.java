package org.primum.leaderboard.sharing;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A model's result as a small picture: who measured, what, and on which version. Its colours say
 * nothing about the number, since it is no mark and no certificate.
 */
final class Badge {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int HEIGHT = 20;
  private static final int PADDING = 7;

  /** Widths of characters in the fonts named below, at the size used, in pixels. */
  private static final double NARROW = 4.2;

  private static final double USUAL = 6.9;
  private static final double WIDE = 9.5;
  private static final double IDEOGRAPH = 11.5;

  private record Field(String text, String ground, int width) {

    private static Field of(String text, String ground) {
      return new Field(text, ground, (int) Math.ceil(Badge.width(text)) + 2 * PADDING);
    }
  }

  private Badge() {}

  /** The picture of that result. */
  static String svg(ModelResult result) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.of(result.model().simulated() ? "Primum · simulated" : "Primum", "#3a4744"));
    fields.add(Field.of(result.headline().map(Headline::words).orElse("no result yet"), "#0b6b61"));
    result.version().ifPresent(version -> fields.add(Field.of(version, "#4a5854")));
    try {
      return svg(fields, title(result, fields));
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String title(ModelResult result, List<Field> fields) {
    return result.name() + ", " + String.join(", ", fields.stream().map(Field::text).toList());
  }

  private static String svg(List<Field> fields, String title) throws XMLStreamException {
    int width = fields.stream().mapToInt(Field::width).sum();
    StringWriter text = new StringWriter();
    XMLStreamWriter svg = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    svg.writeStartElement("svg");
    svg.writeDefaultNamespace(SVG);
    attributes(svg, "width", width, "height", HEIGHT, "viewBox", "0 0 " + width + " " + HEIGHT);
    attributes(svg, "role", "img", "aria-labelledby", "title");
    svg.writeStartElement("title");
    attributes(svg, "id", "title");
    svg.writeCharacters(title);
    svg.writeEndElement();
    svg.writeStartElement("clipPath");
    attributes(svg, "id", "corners");
    svg.writeEmptyElement("rect");
    attributes(svg, "width", width, "height", HEIGHT, "rx", 3);
    svg.writeEndElement();
    svg.writeStartElement("g");
    attributes(svg, "clip-path", "url(#corners)");
    int left = 0;
    for (Field field : fields) {
      svg.writeEmptyElement("rect");
      attributes(svg, "x", left, "width", field.width, "height", HEIGHT, "fill", field.ground);
      left += field.width;
    }
    svg.writeEndElement();
    svg.writeStartElement("g");
    attributes(
        svg, "fill", "#fff", "font-family", "Verdana,DejaVu Sans,sans-serif", "font-size", 11);
    left = 0;
    for (Field field : fields) {
      svg.writeStartElement("text");
      // The reader's font may be another one; the text keeps to its field all the same.
      attributes(svg, "x", left + PADDING, "y", 14, "textLength", field.width - 2 * PADDING);
      attributes(svg, "lengthAdjust", "spacingAndGlyphs");
      svg.writeCharacters(field.text);
      svg.writeEndElement();
      left += field.width;
    }
    svg.writeEndElement();
    svg.writeEndElement();
    svg.flush();
    return text.toString();
  }

  private static void attributes(XMLStreamWriter svg, Object... namesAndValues)
      throws XMLStreamException {
    for (int at = 0; at < namesAndValues.length; at += 2) {
      svg.writeAttribute(namesAndValues[at].toString(), namesAndValues[at + 1].toString());
    }
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(Badge::width).sum();
  }

  private static double width(int point) {
    if (Character.isIdeographic(point) || point > 0xFFFF) {
      return IDEOGRAPH;
    }
    if (" .,:;·'|!()[]{}ijlIftr1".indexOf(point) >= 0) {
      return NARROW;
    }
    return Character.isUpperCase(point) || "%mwMW…".indexOf(point) >= 0 ? WIDE : USUAL;
  }
}
