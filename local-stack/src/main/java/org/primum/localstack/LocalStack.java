package org.primum.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicBoolean;
import org.primum.localstack.progress.StackFailure;

/** The command: {@code up}, {@code down}, {@code status}, {@code logs}, {@code reset}. */
public final class LocalStack {

  private static final int LINES_OF_ONE = 200;
  private static final int LINES_OF_EACH = 15;
  private static final long BETWEEN_LOOKS_MILLIS = 300;

  private final Stack stack;

  private LocalStack(Stack stack) {
    this.stack = stack;
  }

  /**
   * Runs one command; the script {@code primum} calls this.
   *
   * @param arguments the project's folder, the command, and what belongs to it
   */
  public static void main(String[] arguments) {
    try {
      StackSettings settings = StackSettings.of(Path.of(arguments[0]), System.getenv());
      LocalStack command = new LocalStack(new Stack(settings, System.out::println));
      command.run(arguments[1], Arrays.asList(arguments).subList(2, arguments.length));
    } catch (StackFailure failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    } catch (UncheckedIOException failure) {
      System.err.println("A file or program could not be used: " + failure.getMessage());
      System.exit(1);
    }
  }

  private void run(String command, List<String> arguments) {
    switch (command) {
      case "up" -> up();
      case "down" -> stack.down();
      case "status" -> status();
      case "logs" -> logs(arguments);
      case "reset" -> reset(arguments.contains("--yes"));
      default -> throw new StackFailure("There is no command \"%s\".".formatted(command));
    }
  }

  private void up() {
    AtomicBoolean done = new AtomicBoolean();
    Thread whenInterrupted =
        new Thread(
            () -> {
              if (!done.get()) {
                stack.undo();
              }
            });
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
    stack.up();
    done.set(true);
    System.out.printf(
        """

        Primum is up.

          The board    %s
          The API      %s/q/openapi
          Keycloak     %s

        Sign in as submitter, reviewer or admin; each password is the name.
        Try first: open the board, choose a simulated model, and look at one of its items;
        then sign in as submitter and submit a model of your own.

        Stop it with ./primum down; what is in it stays.
        """,
        stack.url(Part.UI), stack.url(Part.GATEWAY), stack.url(Part.KEYCLOAK));
  }

  private void status() {
    String line = "%-64s %-10s %8s %6s%n";
    System.out.printf(line, "", "", "process", "port");
    for (PartStatus status : stack.status()) {
      System.out.printf(
          line,
          status.part().label() + ": " + status.description(),
          status.state().words(),
          status.pid().isPresent() ? Long.toString(status.pid().getAsLong()) : "",
          status.port());
    }
  }

  private void logs(List<String> arguments) {
    if (arguments.isEmpty()) {
      for (Part part : stack.parts()) {
        System.out.printf("==> %s (%s)%n", part.label(), stack.log(part));
        stack.lastLines(part, LINES_OF_EACH).forEach(System.out::println);
      }
      return;
    }
    Part part =
        Part.labelled(arguments.getFirst())
            .orElseThrow(
                () ->
                    new StackFailure(
                        "There is no part \"%s\". There are: %s."
                            .formatted(arguments.getFirst(), String.join(", ", Part.labels()))));
    stack.lastLines(part, LINES_OF_ONE).forEach(System.out::println);
    if (arguments.contains("-f") || arguments.contains("--follow")) {
      follow(stack.log(part));
    }
  }

  private static void follow(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(file.length());
      while (!Thread.currentThread().isInterrupted()) {
        byte[] fresh = new byte[(int) Math.min(65_536, file.length() - file.getFilePointer())];
        file.readFully(fresh);
        System.out.print(new String(fresh, StandardCharsets.UTF_8));
        Thread.sleep(BETWEEN_LOOKS_MILLIS);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void reset(boolean sure) {
    Path home = stack.settings().home();
    if (!sure) {
      System.out.printf(
          "This deletes every model, evaluation and benchmark of the stack in %s. Sure? [y/N] ",
          home);
      try (Scanner answer = new Scanner(System.in, StandardCharsets.UTF_8)) {
        if (!answer.hasNextLine()
            || !answer.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
          System.out.println("Nothing was changed.");
          return;
        }
      }
    }
    stack.reset();
    System.out.println("The stack is empty. ./primum up starts it anew.");
  }
}
