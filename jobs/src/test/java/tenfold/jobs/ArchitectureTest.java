package tenfold.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.stream.Stream;

/** Each job uses core and {@code jobs.spark}, never another job; cli dispatches to all. */
@AnalyzeClasses(packages = "tenfold.jobs", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final List<String> JOBS =
      List.of("sweep", "network", "score", "serve", "registry");

  @ArchTest
  static void jobsDoNotKnowEachOther(JavaClasses classes) {
    for (String job : JOBS) {
      usesNone(job, JOBS.stream().filter(other -> !other.equals(job))).check(classes);
      usesNone(job, Stream.of("cli")).check(classes);
    }
  }

  @ArchTest
  static void sparkKnowsNoJob(JavaClasses classes) {
    usesNone("spark", Stream.concat(JOBS.stream(), Stream.of("cli"))).check(classes);
  }

  @ArchTest
  static final ArchRule theProgramUsesCliOnly =
      noClasses()
          .that()
          .haveFullyQualifiedName("tenfold.jobs.Tenfold")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(JOBS.stream(), Stream.of("spark"))
                  .map(job -> "tenfold.jobs." + job + "..")
                  .toArray(String[]::new));

  @ArchTest
  static final ArchRule nothingUsesTheProgram =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("tenfold.jobs.Tenfold")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("tenfold.jobs.Tenfold")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule parameterAveragingIsForNetworks =
      noClasses()
          .that()
          .resideOutsideOfPackage("tenfold.jobs.network..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.datavec..");

  /** Models and journals are data, never Java objects: reading those would run their code. */
  @ArchTest
  static final ArchRule noJavaDeserialisation =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  /** The rule that {@code job} uses none of {@code others}. */
  private static ArchRule usesNone(String job, Stream<String> others) {
    return noClasses()
        .that()
        .resideInAPackage("tenfold.jobs." + job + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            others.map(other -> "tenfold.jobs." + other + "..").toArray(String[]::new))
        .allowEmptyShould(true);
  }
}
