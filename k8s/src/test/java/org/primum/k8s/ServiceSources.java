package org.primum.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service and the modules it is made of ask of their environment, read from the sources. */
final class ServiceSources {

  private static final Path ROOT = Path.of("..");

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<groupId>org\\.primum</groupId>\\s*<artifactId>([a-z-]+)</artifactId>\\s*</dependency>");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(PRIMUM_[A-Z_]+)(:?)");

  private static final Pattern INJECTED =
      Pattern.compile("@ConfigProperty\\(\\s*name = \"(primum\\.[a-z.-]+)\"\\s*\\)");

  private final Set<String> required = new TreeSet<>();
  private final Set<String> read = new TreeSet<>();

  ServiceSources(String module) throws IOException {
    Set<String> modules = new LinkedHashSet<>();
    collect(module, modules);
    StringBuilder properties = new StringBuilder();
    for (String name : modules) {
      for (String file :
          List.of("application.properties", "META-INF/microprofile-config.properties")) {
        Path path = ROOT.resolve(name).resolve("src/main/resources").resolve(file);
        if (Files.exists(path)) {
          properties.append(withoutProfiles(path));
        }
      }
    }
    readProperties(properties.toString());
    for (String name : modules) {
      readInjections(name, properties.toString());
    }
  }

  /** The variables without which the service does not start. */
  Set<String> required() {
    return required;
  }

  /** All variables that make a difference. */
  Set<String> read() {
    return read;
  }

  private static void collect(String module, Set<String> modules) throws IOException {
    if (modules.add(module)) {
      Matcher dependencies =
          DEPENDENCY.matcher(Files.readString(ROOT.resolve(module).resolve("pom.xml")));
      while (dependencies.find()) {
        collect(dependencies.group(1), modules);
      }
    }
  }

  private static String withoutProfiles(Path properties) throws IOException {
    StringBuilder kept = new StringBuilder();
    for (String line : Files.readAllLines(properties)) {
      if (!line.startsWith("#") && !line.startsWith("%")) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  private void readProperties(String properties) {
    for (MatchResult variable : VARIABLE.matcher(properties).results().toList()) {
      read.add(variable.group(1));
      if (variable.group(2).isEmpty()) {
        required.add(variable.group(1));
      }
    }
  }

  /** A property that no file sets comes from the variable of the same name. */
  private void readInjections(String module, String properties) throws IOException {
    Path sources = ROOT.resolve(module).resolve("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        INJECTED
            .matcher(Files.readString(file))
            .results()
            .map(injected -> injected.group(1))
            .filter(property -> !properties.contains(property + "="))
            .map(property -> property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
            .forEach(
                variable -> {
                  read.add(variable);
                  required.add(variable);
                });
      }
    }
  }
}
