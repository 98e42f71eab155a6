package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenfold.core.fold.Split;
import tenfold.core.learn.forest.Draw;
import tenfold.core.learn.tree.Impurity;

class OverridesTest {

  private static Experiment with(String... overrides) {
    return Experiment.parse(Texts.FULL, "x.conf", List.of(overrides));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://x:8020/y",
        "/abs/path.csv",
        "s3a://bucket/a=1/*.parquet",
        "data/{a,b}.csv",
        "a b #c",
        "table:t"
      })
  void pathNeedsNoQuotes(String path) {
    assertThat(with("data.path=" + path).data().paths()).containsExactly(path);
  }

  @Test
  void hoconIsReadWhereTheValueCanBeNothingElse() {
    Experiment experiment =
        with(
            "data.path=[a, \"b c\"]",
            "data.options={ sep = \";\" }",
            "split.stratify=false",
            "data.target=\"quoted\"",
            "models.ridge.degree=[1, \"3..4\"]");

    assertThat(experiment.data().paths()).containsExactly("a", "b c");
    assertThat(experiment.data().options())
        .containsEntry("sep", ";")
        .containsEntry("delimiter", ",");
    assertThat(experiment.split().stratify()).contains(false);
    assertThat(experiment.data().target()).isEqualTo("quoted");
    assertThat(experiment.ridge().orElseThrow().degrees()).containsExactly(1, 3, 4);
  }

  @Test
  void laterOverTheEarlierAndAllOverTheFile() {
    Experiment experiment = with("split.folds=3", "split.folds = 4", "split.seed=-7");

    assertThat(experiment.split().scheme()).isEqualTo(new Split.Scheme.KFold(4));
    assertThat(experiment.split().seed().value()).isEqualTo(-7);
    assertThat(experiment.split().group()).containsExactly("household");
  }

  @Test
  void textIsTakenForANumberAndANumberForText() {
    Experiment experiment = with("models.ridge.lambda=.5", "name=007", "data.target=5");

    assertThat(experiment.ridge().orElseThrow().lambdas()).containsExactly(0.5);
    assertThat(experiment.name()).isEqualTo("007");
    assertThat(experiment.data().target()).isEqualTo("5");
  }

  @Test
  void settingsOfTreesNeedNoQuotes() {
    Experiment experiment =
        with("models.forest.features=3", "models.tree.impurity=gini", "engine=partitioned");

    assertThat(experiment.forest().orElseThrow().features()).containsExactly(new Draw.Count(3));
    assertThat(experiment.tree().orElseThrow().impurities()).containsExactly(Impurity.GINI);
    assertThat(experiment.engine()).isEqualTo(EngineSetting.PARTITIONED);
  }

  @Test
  void nullTakesABlockAway() {
    assertThat(with("baseline=null").baseline()).isEmpty();
  }

  @Test
  void substitutionsSeeThem() {
    Experiment experiment =
        Experiment.parse(
            Texts.LEAST + "name = ${data.target}\" again\"", "x.conf", List.of("data.target=z"));

    assertThat(experiment.name()).isEqualTo("z again");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "foo | \"foo\" is not key=value; write for example -D split.folds=5",
        "=3 | \"=3\" is not key=value; write for example -D split.folds=5",
        "data..path=3 | \"data..path\" is not the name of a setting;"
            + " write for example -D split.folds=5",
        "split.folds=x | split.folds is the text \"x\";"
            + " use an integer >= 2, \"leave-one-out\", \"out-of-bag\" (forests), or 1 with split.cv",
        "split.folds= | split.folds is blank;"
            + " use an integer >= 2, \"leave-one-out\", \"out-of-bag\" (forests), or 1 with split.cv",
        "models.ridge.lamda=3 | models.ridge.lamda is not a setting; did you mean lambda?"
            + " (degree, lambda, interactions)",
        "modles.ridge.degree=3 | modles is not a setting; did you mean models?"
            + " (name, data, split, models, engine, select, baseline, diagnose, output)",
        "spark=local | spark is not a setting;"
            + " use name, data, split, models, engine, select, baseline, diagnose or output",
        "data.path=[ab]*.csv | the value of data.path begins like a list, a block or quoted text"
            + " but is none; close it, or put text in quotes",
        "engine=spark | engine is the text \"spark\"; use auto, broadcast or partitioned",
        "models.forest.features=0 | models.forest.features is 0;"
            + " use auto, sqrt, third, all, an integer >= 1, or a list of these",
        "models.ridge.lambda=0.1,1 | models.ridge.lambda is the text \"0.1,1\";"
            + " use a finite number >= 0, or a list of such numbers",
        "split.repeats=1e400 | split.repeats is 1e400; use an integer from 1 to 2147483647"
      })
  void badOneIsNamed(String override, String message) {
    assertThatThrownBy(() -> with(override))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("-D: " + message);
  }

  @Test
  void valueCannotBringFurtherSettings() {
    assertThatThrownBy(() -> with("data.path=[a]\nname = b"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("-D: the value of data.path begins like a list");
  }
}
