package org.primum.gateway.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.primum.gateway.problem.Problem;

/** Checks the base URL somebody submitted before anything is sent to it. */
@ApplicationScoped
public class EndpointAddress {

  private static final String FIELD = "baseUrl";

  /** Where single calls are; the address of the API ends before them. */
  private static final List<String> OPERATIONS =
      List.of("/chat/completions", "/completions", "/messages", "/api/chat", "/api/generate");

  private final boolean privateAddresses;

  EndpointAddress(
      @ConfigProperty(name = "primum.submission.private-addresses") boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  /**
   * The address in its plain form, without a slash at the end.
   *
   * @throws Problem when a model cannot be asked there
   */
  public String checked(String baseUrl) {
    URI address;
    try {
      address = new URI(baseUrl.strip());
    } catch (URISyntaxException malformed) {
      throw refused("is not an address; it should look like https://host/v1");
    }
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme) || address.getHost() == null) {
      throw refused("is not a web address; it should look like https://host/v1");
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw refused("may hold no user, key, query or fragment; the key has a field of its own");
    }
    String plain = address.toString().replaceAll("/+$", "");
    for (String operation : OPERATIONS) {
      if (plain.endsWith(operation)) {
        throw refused("should end before %s, for example https://host/v1".formatted(operation));
      }
    }
    if (!privateAddresses) {
      refusePrivate(address.getHost());
    }
    return plain;
  }

  private static void refusePrivate(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (address.isLoopbackAddress()) {
          throw refused(
              "leads to the machine that Primum runs on, not to yours, and so into a private"
                  + " network; the endpoint must be reachable in public");
        }
        if (PrivateNetwork.holds(address)) {
          throw refused("leads to a private network; the endpoint must be reachable in public");
        }
      }
    } catch (UnknownHostException unknown) {
      throw refused("names a host that cannot be found: " + host);
    }
  }

  private static Problem refused(String message) {
    return Problem.unacceptable(
        "The base URL " + message + ".", List.of(new Problem.FieldError(FIELD, message)));
  }
}
