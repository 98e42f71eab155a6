package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.core.data.DataSettings;
import tenfold.core.data.Task;
import tenfold.core.fold.Split;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.forest.ForestGrid;
import tenfold.core.learn.ridge.RidgeGrid;
import tenfold.core.learn.tree.Impurity;
import tenfold.core.learn.tree.TreeGrid;
import tenfold.core.seed.Seed;
import tenfold.core.sweep.Choice;

class ExperimentTest {

  private static Experiment parse(String text, String... overrides) {
    return Experiment.parse(text, "dir/concrete.conf", List.of(overrides));
  }

  @Test
  void fullExampleBecomesRecords() {
    Experiment experiment = parse(Texts.FULL);

    assertThat(experiment.name()).isEqualTo("concrete: which degree, which lambda");
    assertThat(experiment.data())
        .isEqualTo(
            new DataSettings(
                List.of("data/concrete.csv"),
                Map.of("delimiter", ",", "null", List.of("")),
                List.of("compressive_strength"),
                Optional.of(Task.REGRESSION),
                Optional.of("yes"),
                List.of("sample"),
                List.of("notes"),
                Optional.empty(),
                Set.of("zip"),
                DataSettings.Missing.IMPUTE));
    assertThat(experiment.split())
        .isEqualTo(
            new Split(
                new Split.Test.Share(0.2),
                new Split.Scheme.KFold(10),
                new Seed(1),
                1,
                Optional.of(true),
                List.of("household"),
                Split.Duplicates.TOGETHER,
                Optional.empty(),
                Optional.empty()));
    assertThat(experiment.ridge())
        .contains(
            new RidgeGrid(
                List.of(1, 2, 3),
                List.of(0.0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24),
                true));
    assertThat(experiment.tree())
        .contains(
            new TreeGrid(
                List.of(Impurity.ENTROPY, Impurity.GINI),
                IntStream.rangeClosed(1, 20).boxed().toList(),
                List.of(0.0, 0.001),
                List.of(2, 20),
                List.of(255)));
    assertThat(experiment.forest())
        .contains(
            new ForestGrid(
                List.of(16, 64, 128),
                List.of(Draw.Rule.AUTO, new Draw.Count(3)),
                new TreeGrid(
                    List.of(Impurity.ENTROPY),
                    List.of(4, 8, 12, 16),
                    List.of(0.0),
                    List.of(2),
                    List.of(255))));
    assertThat(experiment.engine()).isEqualTo(EngineSetting.AUTO);
    assertThat(experiment.select()).isEqualTo(new Choice("j", Choice.Rule.BEST));
    assertThat(experiment.baseline()).contains(new BaselineSetting(0.106, "human"));
    assertThat(experiment.runs()).isEqualTo("runs");
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    assertThat(parse(Texts.LEAST + "models { tree {}, forest {}, boost {}, network {} }").merged())
        .isEqualTo(
            """
            name = "concrete"
            data {
              path = ["p.csv"]
              options = {}
              target = "y"
              task = null
              positive = null
              id = []
              ignore = []
              weight = null
              categorical = []
              missing = impute
            }
            split {
              test = 0.2
              folds = 10
              cv = null
              seed = 1
              repeats = 1
              stratify = null
              group = []
              duplicates = together
              order-by = null
              fold-column = null
            }
            models {
              ridge {
                degree = [1]
                lambda = [1]
                interactions = true
              }
              tree {
                impurity = [entropy]
                max-depth = [10]
                min-gain = [0]
                min-rows = [2]
                bins = [255]
              }
              forest {
                trees = [100]
                max-depth = [16]
                features = [auto]
                impurity = [entropy]
                min-gain = [0]
                min-rows = [2]
                bins = [255]
              }
              boost {
                rounds = [100]
                max-depth = [6]
                eta = [0.3]
                lambda = [1]
                subsample = [1]
                columns = [1]
                early-stopping = "off"
              }
              network {
                layers = [[25, 15], [64, 32]]
                activation = [relu]
                lambda = [0, 0.01]
                epochs = [40]
                batch = [64]
                learning-rate = [0.001]
                optimizer = [adam]
                early-stopping = "off"
                output = null
                from = null
                freeze-to = null
              }
            }
            engine = auto
            select {
              by = "j"
              rule = best
            }
            output {
              runs = "runs"
            }
            """);
  }

  @Test
  void mergedReadsToAnEqualExperiment() {
    List<String> variants =
        List.of(
            Texts.FULL,
            Texts.LEAST,
            Texts.LEAST + "split { test = \"hdfs://host:8020/a b.csv\", folds = leave-one-out }",
            Texts.LEAST + "split { test = 0, folds = 1, cv = 0.3, seed = -9223372036854775808 }",
            Texts.LEAST + "split { order-by = t, duplicates = apart }, data.weight = \"w \\\" 1\"",
            Texts.LEAST + "split.fold-column = f, split.stratify = false, data.missing = fail",
            Texts.LEAST + "models.ridge { lambda = [1e-300, 1e300, 0.1], degree = [7, \"1..3\"] }",
            Texts.LEAST + "models.tree { min-gain = [1e-300, 1e300], max-depth = [7, \"1..3\"] }",
            Texts.LEAST + "models.forest.features = [sqrt, third, all, 7], engine = partitioned",
            Texts.LEAST + "models.boost { rounds = [50, 100], eta = [0.1, 0.3] }",
            Texts.LEAST + "models.boost { rounds = 500, early-stopping = 10 }",
            Texts.LEAST + "models.boost.early-stopping = off",
            Texts.LEAST + "models.network {}",
            Texts.LEAST + "models.network.augment.noise = 0.05",
            Texts.LEAST
                + "models.network { from = \"runs/a\", freeze-to = 1, epochs = 5, fine-tune { epochs = [0, 3], learning-rate = 0.0001 }, augment { shift = 2, rotate = 10, scale = 0.1 } }",
            Texts.LEAST + "models.network { layers = [25, 15], early-stopping = 3, output = relu }",
            Texts.LEAST
                + "models.network { image { height = 28, width = 28 }, schedule { factor = 0.5, every = 10 }, layers = [[{ conv = 16, kernel = 3, stride = 2 }, { batch-norm = true }, { pool = 2 }, { dropout = 0.25 }, { dense = 25, activation = tanh }, 15]] }",
            Texts.LEAST + "select { by = r2, rule = one-standard-error }",
            "data { path = p, target = y }, models.forest {}, split.folds = out-of-bag",
            Texts.LEAST + "data { task = classification, positive = \"no\" }, select.by = f1",
            Texts.LEAST
                + "data.options { a.b = 1.50, \"c d\" = true, \"include\" = [x, \"\"], n = 10 }");

    for (String text : variants) {
      Experiment first = parse(text);
      assertThat(Experiment.parse(first.merged(), "config.conf", List.of())).isEqualTo(first);
    }
  }

  @Test
  void mergedKeepsSecretsToItself() {
    Experiment experiment =
        parse(
            Texts.LEAST,
            "data.path=jdbc:postgresql://me:hidden1@host/db?user=me&password=hidden2&ssl=true",
            "data.options.password=hidden3",
            "data.options.fs.s3a.access.key=hidden4",
            "data.options.Session-Token=hidden5",
            "data.options.user=me");

    assertThat(experiment.merged())
        .doesNotContain("hidden")
        .contains("jdbc:postgresql://me:***@host/db?user=me&password=***&ssl=true")
        .contains("\"password\" = \"***\"")
        .contains("\"user\" = \"me\"");
    assertThat(experiment.data().options())
        .containsEntry("password", "hidden3")
        .containsEntry("fs.s3a.access.key", "hidden4");
  }

  @Test
  void singleHoldOutAndLeaveOneOutAreSchemes() {
    assertThat(parse(Texts.LEAST + "split { folds = 1, cv = 0.25 }").split().scheme())
        .isEqualTo(new Split.Scheme.HoldOut(0.25));
    assertThat(parse(Texts.LEAST + "split.folds = leave-one-out").split().scheme())
        .isEqualTo(new Split.Scheme.LeaveOneOut());
    assertThat(parse(Texts.LEAST + "split.test = other.csv").split().test())
        .isEqualTo(new Split.Test.File("other.csv"));
  }

  @Test
  void outOfBagIsForForests() {
    String forest = "data { path = p, target = y }, models.forest {}, split.folds = out-of-bag";

    assertThat(parse(forest).split().scheme()).isEqualTo(new Split.Scheme.OutOfBag());
    assertThatThrownBy(() -> parse(forest + ", models.tree {}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("split.folds is out-of-bag, which tests forests only");
  }

  @Test
  void metricsOfEitherTaskPassWhereTheTargetIsToTell() {
    assertThat(parse(Texts.LEAST + "select.by = f1").select().by()).isEqualTo("f1");
    assertThat(parse(Texts.LEAST + "data.task = classification").data().task())
        .contains(Task.CLASSIFICATION);
  }

  @Test
  void foldColumnOverridesWhatWouldContradictTheSplit() {
    Split split = parse(Texts.LEAST + "split { fold-column = f, order-by = t, group = g }").split();

    assertThat(split.foldColumn()).contains("f");
  }

  @Test
  void columnThatSteersTheSplitMayBeCarriedOrIgnored() {
    DataSettings data =
        parse(Texts.LEAST + "data { id = g, ignore = t }, split { group = [g], test = 0 }").data();

    assertThat(data.id()).containsExactly("g");
  }

  @Test
  void nullIsAbsentWhereAbsenceIsAllowed() {
    Experiment experiment =
        parse(
            Texts.FULL
                + "baseline = null, diagnose = null, models.forest = null, data.id = null,"
                + " split.stratify = null, data.positive = null, data.options.delimiter = null");

    assertThat(experiment.baseline()).isEmpty();
    assertThat(experiment.data().id()).isEmpty();
    assertThat(experiment.split().stratify()).isEmpty();
    assertThat(experiment.data().positive()).isEmpty();
    assertThat(experiment.data().options()).containsOnlyKeys("null");
  }

  @Test
  void familiesComeInTheOrderInWhichTiesGo() {
    Experiment experiment = parse(Texts.LEAST + "models { forest {}, tree {} }");

    assertThat(experiment.grids())
        .extracting(Object::getClass)
        .containsExactly(RidgeGrid.class, TreeGrid.class, ForestGrid.class);
  }

  @Test
  void minusZeroIsZero() {
    assertThat(parse(Texts.LEAST + "models.ridge.lambda = -0.0").ridge().orElseThrow().lambdas())
        .containsExactly(0.0);
  }

  @Test
  void wholeNumberPast64BitsIsStillANumber() {
    assertThat(
            parse(Texts.LEAST + "models.ridge.lambda = 100000000000000000000")
                .ridge()
                .orElseThrow()
                .lambdas())
        .containsExactly(1e20);
  }

  @Test
  void fileIsNamedByItsBaseNameAndIncludesWhatLiesBesideIt(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("housing.degree.conf");
    Files.writeString(file, "include \"base\"\nmodels.ridge.degree = 2\n");
    Files.writeString(dir.resolve("base.conf"), Texts.LEAST);

    Experiment experiment = Experiment.read(file, List.of("split.folds=5"));

    assertThat(experiment.name()).isEqualTo("housing.degree");
    assertThat(experiment.ridge().orElseThrow().degrees()).containsExactly(2);
    assertThat(experiment.split().scheme()).isEqualTo(new Split.Scheme.KFold(5));
  }

  @Test
  void includesAreAllFilesThatAreReadOnceEach(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("main.conf");
    Path base = dir.resolve("base.conf");
    Path deep = Files.createDirectory(dir.resolve("all")).resolve("deep.conf");
    Path whole = dir.resolve("whole.conf");
    Files.writeString(
        file, "include \"base\"\ninclude \"base.conf\"\ninclude file(\"%s\")\n".formatted(whole));
    Files.writeString(base, Texts.LEAST + "include \"all/deep\"\n");
    Files.writeString(deep, "split.folds = 3\n");
    Files.writeString(whole, "split.seed = 3\n");

    assertThat(Experiment.includes(file, List.of())).containsExactly(base, deep, whole);
  }

  @Test
  void errorInAnIncludedFileNamesThatFile(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("main.conf");
    Path base = dir.resolve("base.conf");
    Files.writeString(file, Texts.LEAST + "include \"base.conf\"\n");
    Files.writeString(base, "\nsplit.folds = 0\n");

    assertThatThrownBy(() -> Experiment.read(file, List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(base + ":2: split.folds is 0; use ");
  }

  @Test
  void includeThatIsNotThereIsRefused(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("main.conf");
    for (String include : List.of("\"gone.conf\"", "file(\"" + dir + "/gone.conf\")")) {
      Files.writeString(file, Texts.LEAST + "include " + include);

      assertThatThrownBy(() -> Experiment.read(file, List.of()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(file + ": include ")
          .hasMessageEndingWith(
              "gone.conf\" brings no settings; name a file beside the one that includes it");
    }
  }

  @Test
  void fileThatCannotBeReadIsNamed(@TempDir Path dir) {
    assertThatThrownBy(() -> Experiment.read(dir.resolve("no.conf"), List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            dir.resolve("no.conf") + ": there is no such file; give the path of a configuration");
    assertThatThrownBy(() -> Experiment.read(dir, List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            dir + ": this is a directory or cannot be read; give the path of a configuration");
  }
}
