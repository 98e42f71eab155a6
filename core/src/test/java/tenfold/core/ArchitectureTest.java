package tenfold.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.stream.Stream;
import tenfold.core.data.Block;
import tenfold.core.data.Encoded;
import tenfold.core.data.Encoder;
import tenfold.core.data.Profile;

/** Which package of core may use which, as in the table of the architecture. */
@AnalyzeClasses(packages = "tenfold.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule seedUsesTheJdkOnly = onlyUses("seed");
  @ArchTest static final ArchRule kernelsSeeArraysOnly = onlyUses("kernel");
  @ArchTest static final ArchRule data = onlyUses("data", "seed");

  /** Folds take keys, labels, groups and times from blocks; features are out of their reach. */
  @ArchTest static final ArchRule fold = onlyUses("fold", "data", "seed");

  @ArchTest
  static final ArchRule foldsNeverSeeFeatures =
      noClasses()
          .that()
          .resideInAPackage("tenfold.core.fold..")
          .should()
          .callMethod(Block.class, "numbers", int.class)
          .orShould()
          .callMethod(Block.class, "codes", int.class)
          .orShould()
          .callMethod(Block.class, "levels", int.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Encoder.class, Encoded.class, Profile.class);

  @ArchTest static final ArchRule metric = onlyUses("metric", "kernel");

  @ArchTest
  static final ArchRule sweepKnowsNoFamily = onlyUses("sweep", "data", "fold", "metric", "seed");

  /** The folds come with the problem that a sweep poses. */
  @ArchTest
  static final ArchRule learn =
      onlyUses("learn", "data", "kernel", "metric", "seed", "sweep", "fold");

  @ArchTest static final ArchRule diagnose = onlyUses("diagnose", "sweep", "metric");
  @ArchTest static final ArchRule model = onlyUses("model", "learn", "data");
  @ArchTest static final ArchRule report = onlyUses("report", "diagnose", "sweep");

  /** But a forest is made of trees, and families of polynomials share their terms. */
  @ArchTest
  static final ArchRule familiesDoNotKnowEachOther =
      slices()
          .matching("tenfold.core.learn.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("tenfold.core.learn.forest.."),
              resideInAPackage("tenfold.core.learn.tree.."))
          .ignoreDependency(
              resideInAnyPackage("tenfold.core.learn.ridge..", "tenfold.core.learn.logistic.."),
              resideInAPackage("tenfold.core.learn.terms.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothingUsesConf =
      noClasses()
          .that()
          .resideOutsideOfPackage("tenfold.core.conf..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tenfold.core.conf..");

  @ArchTest
  static final ArchRule noSpark =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..");

  /** DL4J and XGBoost belong to the families that train with them. */
  @ArchTest
  static final ArchRule noNetworksOutsideTheirFamily =
      noClasses()
          .that()
          .resideOutsideOfPackage("tenfold.core.learn.network..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.datavec..");

  @ArchTest
  static final ArchRule noBoostersOutsideTheirFamily =
      noClasses()
          .that()
          .resideOutsideOfPackage("tenfold.core.learn.boost..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ml.dmlc..");

  /** Models and journals are data, never Java objects: reading those would run their code. */
  @ArchTest
  static final ArchRule noJavaDeserialisation =
      noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

  private static ArchRule onlyUses(String name, String... others) {
    String own = "tenfold.core." + name + "..";
    String[] allowed =
        Stream.concat(Stream.of(own), Stream.of(others).map(o -> "tenfold.core." + o + ".."))
            .toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(own))
        .should()
        .dependOnClassesThat(resideInAPackage("tenfold..").and(not(resideInAnyPackage(allowed))))
        .as("%s uses no part of Tenfold but %s".formatted(own, String.join(", ", allowed)))
        .allowEmptyShould(true);
  }
}
