package org.primum.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each module may know of the others. */
class ModuleRulesTest {

  private static JavaClasses primum;

  @BeforeAll
  static void readClasses() {
    primum =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "org.primum.protocol",
                "org.primum.messaging",
                "org.primum.modelclient",
                "org.primum.gatewayclient",
                "org.primum.gateway",
                "org.primum.runner",
                "org.primum.judge",
                "org.primum.leaderboard",
                "org.primum.localstack");
  }

  @Test
  void theProtocolIsPlainJavaWithoutInputAndOutput() {
    classes()
        .that()
        .resideInAPackage("org.primum.protocol..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.primum.protocol..",
            "java..",
            "com.fasterxml.jackson..",
            "com.google.auto.service..",
            "org.apache.commons.statistics.distribution..")
        .andShould()
        .onlyDependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java.net..", "java.nio.file..", "java.sql..", "java.util.concurrent..")))
        .check(primum);
  }

  @ParameterizedTest
  @CsvSource({
    "messaging,     modelclient gatewayclient gateway runner judge leaderboard localstack",
    "modelclient,   messaging gatewayclient gateway runner judge leaderboard localstack",
    "gatewayclient, messaging gateway runner judge leaderboard localstack",
    "gateway,       gatewayclient runner judge leaderboard localstack",
    "runner,        gateway judge leaderboard localstack",
    "judge,         gateway runner leaderboard localstack",
    "leaderboard,   modelclient gatewayclient gateway runner judge localstack",
    "localstack,    messaging modelclient gatewayclient gateway runner judge leaderboard",
  })
  void knowsNothingOf(String module, String others) {
    noClasses()
        .that()
        .resideInAPackage("org.primum." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            others
                .lines()
                .flatMap(line -> java.util.Arrays.stream(line.split(" ", -1)))
                .map(other -> "org.primum." + other + "..")
                .toArray(String[]::new))
        .check(primum);
  }

  @Test
  void theJudgeLearnsNothingOfWhoseAnswerItReads() {
    noClasses()
        .that()
        .resideInAPackage("org.primum.judge..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "org\\.primum\\.protocol\\.message\\.(PromptIssued|AnswerRecorded|ItemFinished"
                + "|EvaluationChanged|BenchmarkChanged).*")
        .check(primum);
  }

  @Test
  void theRunnerSeesNoVerdict() {
    noClasses()
        .that()
        .resideInAPackage("org.primum.runner..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.primum.protocol.judging..", "org.primum.protocol.scoring..")
                .or(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName(
                        "VerdictReached")))
        .check(primum);
  }

  @Test
  void theGatewayAsksAModelOnlyToProbeIt() {
    noClasses()
        .that()
        .resideInAPackage("org.primum.gateway..")
        .and()
        .haveSimpleNameNotEndingWith("Probe")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("ModelClient")
        .check(primum);
  }

  @Test
  void packagesAreCapabilities() {
    noClasses()
        .should()
        .resideInAnyPackage("..service.impl..", "..util..", "..dto..", "..impl..", "..helper..")
        .check(primum);
  }

  @Test
  void packagesOfAServiceHaveNoCycles() {
    for (String module : java.util.List.of("protocol", "runner", "judge", "localstack")) {
      slices().matching("org.primum." + module + ".(*)..").should().beFreeOfCycles().check(primum);
    }
  }

  /** Measures and suites know what they are made of, and nothing knows them by name. */
  @Test
  void packagesInsideTheProtocolHaveNoCycles() {
    slices().matching("org.primum.protocol.(**)").should().beFreeOfCycles().check(primum);
  }

  @Test
  void timeComesFromAnInjectedClock() {
    noClasses()
        .that(
            resideInAnyPackage(
                "org.primum.gateway..",
                "org.primum.runner..",
                "org.primum.judge..",
                "org.primum.leaderboard.."))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(primum);
    noClasses()
        .that(not(resideInAPackage("..protocol..")))
        .and()
        .haveSimpleNameNotEndingWith("Clock")
        .should()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(primum);
  }

  @Test
  void entitiesStayInside() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Resource")
        .and()
        .arePublic()
        .should()
        .haveRawReturnType(
            com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith(
                    Entity.class)
                .as("an entity"))
        .allowEmptyShould(true)
        .check(primum);
  }
}
