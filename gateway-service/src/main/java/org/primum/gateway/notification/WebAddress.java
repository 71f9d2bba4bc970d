package org.primum.gateway.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.primum.gateway.model.PrivateNetwork;
import org.primum.gateway.problem.Problem;

/**
 * Checks the address of a webhook by the rules for endpoints: when it is entered, and again before
 * each request, because a name may lead elsewhere by then.
 */
@ApplicationScoped
class WebAddress {

  private static final int LONGEST = 1000;

  private final boolean privateAddresses;

  WebAddress(
      @ConfigProperty(name = "primum.submission.private-addresses") boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  /** An address may not be used. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * The address in its plain form.
   *
   * @throws Problem when nothing can be sent there
   */
  URI checked(String entered) {
    try {
      URI address = read(entered.strip());
      host(address);
      return address;
    } catch (Refused refused) {
      throw Problem.unacceptable(
          "The address %s.".formatted(refused.getMessage()),
          List.of(new Problem.FieldError("address", refused.getMessage())));
    }
  }

  private static URI read(String entered) throws Refused {
    if (entered.length() > LONGEST) {
      throw new Refused("may have %d characters at the most".formatted(LONGEST));
    }
    URI address;
    try {
      address = new URI(new URI(entered).toASCIIString());
    } catch (URISyntaxException malformed) {
      throw new Refused("is not an address; it should look like https://host/path");
    }
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme) || address.getHost() == null) {
      throw new Refused("is not a web address; it should look like https://host/path");
    }
    if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
      throw new Refused("may hold no user and no fragment");
    }
    return address;
  }

  /**
   * Where the host is now.
   *
   * @throws Refused when nothing may be sent there, in words that follow "the address"
   */
  InetAddress host(URI address) throws Refused {
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(address.getHost());
    } catch (UnknownHostException unknown) {
      throw new Refused("names a host that cannot be found");
    }
    for (InetAddress one : found) {
      if (!privateAddresses && PrivateNetwork.holds(one)) {
        throw new Refused("leads to a private network; the receiver must be reachable in public");
      }
    }
    return found[0];
  }
}
