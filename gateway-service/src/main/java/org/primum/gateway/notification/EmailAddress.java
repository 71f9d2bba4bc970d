package org.primum.gateway.notification;

import java.util.List;
import java.util.regex.Pattern;
import org.primum.gateway.problem.Problem;

/** Checks an e-mail address: one, plain, without a name, so that no header can be made of it. */
final class EmailAddress {

  private static final int LONGEST = 254;

  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private EmailAddress() {}

  /** Whether mail can be sent to it. */
  static boolean usable(String address) {
    return address.length() <= LONGEST && PLAIN.matcher(address).matches();
  }

  /**
   * The address without the blanks around it.
   *
   * @throws Problem when it is none
   */
  static String checked(String entered) {
    String address = entered.strip();
    if (!usable(address)) {
      throw Problem.unacceptable(
          "This is not one plain e-mail address, such as name@example.org.",
          List.of(
              new Problem.FieldError(
                  "address", "must be one plain e-mail address, such as name@example.org")));
    }
    return address;
  }
}
