package org.primum.localstack.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.primum.localstack.process.JavaProgram;
import org.primum.localstack.progress.StackFailure;

/** Asks a running Java process about itself, by the JDK's own programs. */
public final class JavaDiagnosis {

  private static final Pattern HISTOGRAM_TOTAL =
      Pattern.compile("^Total\\s+[0-9]+\\s+([0-9]+)\\s*$", Pattern.MULTILINE);
  private static final String RECORDING = "name=bench";

  /** Longer than collecting a full heap takes. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private JavaDiagnosis() {}

  /** Bytes of the heap that are in use after a full collection, which this makes. */
  public static OptionalLong liveHeap(long pid) {
    return histogramTotal(jcmd(pid, "GC.class_histogram"));
  }

  static OptionalLong histogramTotal(String histogram) {
    Matcher total = HISTOGRAM_TOTAL.matcher(histogram);
    return total.find() ? OptionalLong.of(Long.parseLong(total.group(1))) : OptionalLong.empty();
  }

  /** Begins to record what it does. */
  public static void startRecording(long pid) {
    jcmd(pid, "JFR.start", RECORDING, "settings=profile");
  }

  /** Ends the recording and keeps it in a file. */
  public static void stopRecording(long pid, Path file) {
    jcmd(pid, "JFR.stop", RECORDING, "filename=" + file);
  }

  /**
   * A view of a recording, such as {@code hot-methods}, as text.
   *
   * @param view a name {@code jfr view} knows
   */
  public static String view(Path recording, String view) {
    return output("jfr", "view", "--width", "160", view, recording.toString());
  }

  private static String jcmd(long pid, String... command) {
    List<String> arguments = new ArrayList<>(List.of(Long.toString(pid)));
    arguments.addAll(List.of(command));
    return output("jcmd", arguments.toArray(String[]::new));
  }

  private static String output(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(JavaProgram.home(), "bin", program).toString());
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile("diagnosis", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      // A process that does not let itself be asked would be waited for without end.
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      String said = Files.readString(output);
      Files.delete(output);
      return said;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while asking a Java process.", interrupted);
    }
  }
}
