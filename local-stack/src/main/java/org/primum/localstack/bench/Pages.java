package org.primum.localstack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.primum.localstack.bench.report.Range;
import org.primum.localstack.progress.StackFailure;

/** Reads public addresses as a visitor does. */
final class Pages {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** What is at an address. */
  String read(String url) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new StackFailure("%s answered %d.".formatted(url, response.statusCode()));
      }
      return response.body();
    } catch (IOException away) {
      throw new StackFailure("%s does not answer: %s".formatted(url, away.getMessage()), away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while reading " + url + ".", interrupted);
    }
  }

  /** Milliseconds until it was read, over so many readings. */
  Range millis(String url, int readings) {
    List<Double> times = new ArrayList<>();
    for (int reading = 0; reading < readings; reading++) {
      long began = System.nanoTime();
      read(url);
      times.add((System.nanoTime() - began) / 1e6);
    }
    return Range.of(times);
  }
}
