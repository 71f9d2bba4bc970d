package org.primum.leaderboard.admin.draft;

import java.math.BigDecimal;
import java.util.List;
import org.primum.leaderboard.admin.Entered;
import org.primum.leaderboard.admin.VersionFacts;
import org.primum.leaderboard.gateway.GatewayRefusal.FieldError;

/** Reads numbers out of form fields, and notes what is none. */
final class Numbers {

  private final List<FieldError> errors;

  Numbers(List<FieldError> errors) {
    this.errors = errors;
  }

  /** A whole number; null when the field is empty or wrong. */
  Integer whole(String field, String entered, int least, int most) {
    if (Entered.blank(entered)) {
      return null;
    }
    try {
      int number = Integer.parseInt(entered.strip());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below, together with what is out of range.
    }
    errors.add(
        new FieldError(field, "must be a whole number from %,d to %,d".formatted(least, most)));
    return null;
  }

  /** A decimal number; null when the field is empty or wrong. */
  Double decimal(String field, String entered, double least, double most) {
    if (Entered.blank(entered)) {
      return null;
    }
    try {
      double number = new BigDecimal(entered.strip()).doubleValue();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Said below, together with what is out of range.
    }
    errors.add(
        new FieldError(
            field,
            "must be a number from %s to %s, such as 0.7"
                .formatted(VersionFacts.plain(least), VersionFacts.plain(most))));
    return null;
  }
}
