package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message is part of the product: the place, the key, what was found, what is right. */
class BadConfigurationTest {

  private static final String FOLDS =
      "use an integer >= 2, \"leave-one-out\", \"out-of-bag\" (forests), or 1 with split.cv";
  private static final String SHARE =
      "use a share of the rows, from 0 to below 1, or a path in quotes";
  private static final String DEGREE =
      "use an integer from 1 to 100, a range such as \"1..3\", or a list of these";
  private static final String LAMBDA = "use a finite number >= 0, or a list of such numbers";
  private static final String ABOVE_ZERO =
      "use a number above 0 and at most 1, or a list of such numbers";
  private static final String COUNT =
      "use an integer from 1 to 2147483647, a range such as \"1..3\", or a list of these";
  private static final String IMPURITY = "use entropy, gini, or a list of these";
  private static final String FEATURES =
      "use auto, sqrt, third, all, an integer >= 1, or a list of these";
  private static final String OPTION = "use text, a number, true, false or a list of texts";
  private static final String METRICS =
      "use j, rmse, mae, r2, accuracy, precision, recall, f1, log_loss, roc_auc or pr_auc";
  private static final String TOP =
      "name, data, split, models, engine, select, baseline, diagnose, output";
  private static final String SPLIT =
      "test, folds, cv, seed, repeats, stratify, group, duplicates, order-by, fold-column";

  /** What is added as line 4 of a configuration that is else whole, and the message after it. */
  static Stream<Arguments> badLines() {
    return Stream.of(
        // keys
        bad(
            "degree = 1",
            "degree is not a setting; did you mean models.ridge.degree? (" + TOP + ")"),
        bad(
            "models.ridge.lamda = 1",
            "models.ridge.lamda is not a setting; did you mean lambda?"
                + " (degree, lambda, interactions)"),
        bad(
            "models.ridge.alpha = 1",
            "models.ridge.alpha is not a setting; use degree, lambda or interactions"),
        bad("split.flods = 1", "split.flods is not a setting; did you mean folds? (" + SPLIT + ")"),
        bad(
            "split.order_by = t",
            "split.order_by is not a setting; did you mean order-by? (" + SPLIT + ")"),
        bad("target = y", "target is not a setting; did you mean data.target? (" + TOP + ")"),
        bad(
            "\"a b\" = 1",
            "\"a b\" is not a setting; use name, data, split, models, engine, select, baseline, diagnose or output"),
        // not built yet
        bad(
            "models.forrest {}",
            "models.forrest is not a setting; did you mean forest? (ridge, logistic, tree, forest, boost, network)"),
        bad(
            "models.lasso {}",
            "models.lasso is not a setting; use ridge, logistic, tree, forest, boost or network"),
        bad("diagnose {}", "diagnose is not available yet; leave it out"),
        bad(
            "diagnose.learning-curve = [0.1]",
            "diagnose.learning-curve is not available yet; leave it out"),
        bad(
            "data.target = [a, b]",
            "data.target names several labels, which only models.network predicts, but models names another family; leave that out, or name one column"),
        bad(
            "data.target = [a, b, a]",
            "data.target has \"a\" more than once; give each value once"),
        bad(
            "data.target = []",
            "data.target is an empty list; use the name of a column in quotes, or a list of labels"),
        bad(
            "data { target = [a, b], task = regression }",
            "data.task is regression, but data.target names several columns, which must be labels of two classes each; name one column, or leave the task out"),
        bad(
            "data { target = [a, b], positive = yes }",
            "data.positive names a class of one target, but data.target names several labels, where y = 1 is the later of the two classes in sorted order; leave it out"),
        bad(
            "data.target = [a, b], models { ridge = null, network {} }, select.by = f1",
            "select.by is f1, which is of one target, but data.target names several labels; use j, accuracy or log_loss"),
        bad(
            "data.target = [a, b], models { ridge = null, network {} }, split.stratify = true",
            "split.stratify is true, but several labels have no classes in common to give each fold its share of; leave it out"),
        // blocks and text
        bad("data = 3", "data is 3; use a block { … }"),
        bad("output = runs", "output is the text \"runs\"; use a block { … }"),
        bad("models.ridge = [1]", "models.ridge is a list; use a block { … }"),
        bad(
            "models.ridge = null",
            "models names no family; use ridge { degree = \"1..3\", lambda = [0.1, 1, 10] }"),
        bad("name = 7", "name is 7; use text in quotes"),
        bad("name = null", "name is null; use text in quotes"),
        bad("name = \" \"", "name is blank; use text in quotes"),
        bad("output.runs = true", "output.runs is true; use a directory in quotes"),
        // data
        bad(
            "data.path = []",
            "data.path is an empty list; use a path in quotes, or a list of paths"),
        bad("data.path = [a, b, a]", "data.path has \"a\" more than once; give each value once"),
        bad(
            "data.target = 5",
            "data.target is 5; use the name of a column in quotes, or a list of labels"),
        bad(
            "data.task = regresion",
            "data.task is the text \"regresion\"; use regression or classification"),
        bad("data.missing = drop", "data.missing is the text \"drop\"; use impute or fail"),
        bad(
            "data.id = [a, 3]",
            "data.id has 3; use the name of a column in quotes, or a list of names"),
        bad("data.options = 3", "data.options is 3; use a block { … }"),
        bad("data.options.a.b = [{}]", "data.options.a.b has a block; " + OPTION),
        bad("data.options.a = [[x]]", "data.options.a has a list; " + OPTION),
        bad("data.options.a = 1e999", "data.options.a is 1e999; use a finite number"),
        bad(
            "data.options { \"a.b\" = 1, a.b = 2 }",
            "data.options.a.b is given twice, with quotes and without; give it once"),
        // roles
        role("data.id = y", "data.id", "y", "data.target"),
        role("data.weight = y", "data.weight", "y", "data.target"),
        role("data.categorical = [z, y]", "data.categorical", "y", "data.target"),
        role("split.group = y", "split.group", "y", "data.target"),
        role("split.fold-column = y", "split.fold-column", "y", "data.target"),
        role("data { id = a, ignore = [b, a] }", "data.ignore", "a", "data.id"),
        role("data.weight = w, split.fold-column = w", "split.fold-column", "w", "data.weight"),
        // split
        bad("split.test = 1", "split.test is 1; " + SHARE),
        bad("split.test = -0.1", "split.test is -0.1; " + SHARE),
        bad("split.test = \"0.2\"", "split.test is the text \"0.2\"; " + SHARE),
        bad("split.test = NaN", "split.test is the text \"NaN\"; " + SHARE),
        bad("split.folds = 2.5", "split.folds is 2.5; " + FOLDS),
        bad("split.folds = 0", "split.folds is 0; " + FOLDS),
        bad("split.folds = \"10\"", "split.folds is the text \"10\"; " + FOLDS),
        bad("split.folds = 3000000000", "split.folds is 3000000000; " + FOLDS),
        bad("split.folds = 99999999999999999999", "split.folds is 99999999999999999999; " + FOLDS),
        bad("split.folds = null", "split.folds is null; " + FOLDS),
        bad("split.folds = loo", "split.folds is the text \"loo\"; " + FOLDS),
        bad(
            "split.folds = 1",
            "split.folds is 1, the single hold-out, which needs split.cv, its share of the rows; set split.cv = 0.2 or use at least 2 folds"),
        bad(
            "split.cv = 0.2",
            "split.cv is for the single hold-out; leave it out or set split.folds to 1"),
        bad(
            "split { folds = 1, cv = 0 }",
            "split.cv is 0; use a share of the rows between 0 and 1"),
        bad(
            "split { folds = 1, cv = 0.8 }",
            "split.cv is 0.8 and split.test is 0.2, which leaves no rows to train on; their sum must be below 1"),
        bad("split.seed = 1.5", "split.seed is 1.5; use a whole number of at most 64 bits"),
        bad(
            "split.seed = 9223372036854775808",
            "split.seed is 9223372036854775808; use a whole number of at most 64 bits"),
        bad("split.repeats = 0", "split.repeats is 0; use an integer from 1 to 2147483647"),
        bad(
            "split { repeats = 2, folds = leave-one-out }",
            "split.repeats is 2, but split.folds = leave-one-out leaves nothing to repeat with other folds; use 1"),
        bad(
            "split { repeats = 2, order-by = t }",
            "split.repeats is 2, but split.order-by leaves nothing to repeat with other folds; use 1"),
        bad(
            "split { repeats = 2, fold-column = f }",
            "split.repeats is 2, but split.fold-column leaves nothing to repeat with other folds; use 1"),
        bad("split.stratify = yes", "split.stratify is the text \"yes\"; use true or false"),
        bad(
            "split.duplicates = aprt",
            "split.duplicates is the text \"aprt\"; use together or apart"),
        bad(
            "split { order-by = t, group = g }",
            "split.order-by does not go with split.group: a group cannot be cut by time and stay whole; leave one of them out"),
        bad(
            "split { order-by = t, stratify = true }",
            "split.order-by does not go with split.stratify = true: time alone decides the folds; leave one of them out"),
        bad(
            "split { order-by = t, folds = leave-one-out }",
            "split.order-by does not go with split.folds = leave-one-out: a fold trains on the past only; use a number of folds"),
        bad(
            "split.folds = out-of-bag",
            "split.folds is out-of-bag, which tests forests only, and models names another family; use a number of folds, or forest alone"),
        bad(
            "split { repeats = 2, folds = out-of-bag }",
            "split.repeats is 2, but split.folds = out-of-bag leaves nothing to repeat with other folds; use 1"),
        bad(
            "split { order-by = t, folds = out-of-bag }",
            "split.order-by does not go with split.folds = out-of-bag: trees draw rows of all times; leave one of them out"),
        bad(
            "split { fold-column = f, folds = out-of-bag }",
            "split.fold-column does not go with split.folds = out-of-bag: one of the two decides what tests a row; leave one of them out"),
        bad(
            "split { group = g, folds = out-of-bag }",
            "split.group does not go with split.folds = out-of-bag: trees draw single rows, so groups cannot stay whole; leave one of them out"),
        bad(
            "split { cv = 0.2, folds = out-of-bag }",
            "split.cv is for the single hold-out; leave it out or set split.folds to 1"),
        // ridge
        bad("models.ridge.degree = 0", "models.ridge.degree is 0; " + DEGREE),
        bad("models.ridge.degree = 101", "models.ridge.degree is 101; " + DEGREE),
        bad("models.ridge.degree = 1.5", "models.ridge.degree is 1.5; " + DEGREE),
        bad("models.ridge.degree = []", "models.ridge.degree is an empty list; " + DEGREE),
        bad("models.ridge.degree = \"3\"", "models.ridge.degree is the text \"3\"; " + DEGREE),
        bad(
            "models.ridge.degree = \"0..3\"",
            "models.ridge.degree is the text \"0..3\"; " + DEGREE),
        bad(
            "models.ridge.degree = \"1..999999999\"",
            "models.ridge.degree is the text \"1..999999999\"; " + DEGREE),
        bad(
            "models.ridge.degree = \"3..1\"",
            "models.ridge.degree is the text \"3..1\"; use \"1..3\", the smaller end first"),
        bad(
            "models.ridge.degree = [\"1..3\", 5, 2, 3]",
            "models.ridge.degree has 2, 3 more than once; give each value once"),
        bad("models.ridge.lambda = -1", "models.ridge.lambda is -1; " + LAMBDA),
        bad("models.ridge.lambda = [0, 1e400]", "models.ridge.lambda has 1e400; " + LAMBDA),
        bad("models.ridge.lambda = \"0.2\"", "models.ridge.lambda is the text \"0.2\"; " + LAMBDA),
        bad("models.ridge.lambda = NaN", "models.ridge.lambda is the text \"NaN\"; " + LAMBDA),
        bad(
            "models.ridge.lambda = \"1..3\"",
            "models.ridge.lambda is the text \"1..3\"; " + LAMBDA),
        bad("models.ridge.lambda = [1, null]", "models.ridge.lambda has null; " + LAMBDA),
        bad(
            "models.ridge.lambda = [0.0, -0.0, 0]",
            "models.ridge.lambda has 0 more than once; give each value once"),
        bad("models.ridge.interactions = 1", "models.ridge.interactions is 1; use true or false"),
        // tree and forest
        bad(
            "models.tree.max_deph = 3",
            "models.tree.max_deph is not a setting; did you mean max-depth?"
                + " (impurity, max-depth, min-gain, min-rows, bins)"),
        bad(
            "models.tree.trees = 3",
            "models.tree.trees is not a setting; did you mean models.forest.trees?"
                + " (impurity, max-depth, min-gain, min-rows, bins)"),
        bad(
            "models.tree.impurity = variance",
            "models.tree.impurity is the text \"variance\"; " + IMPURITY),
        bad("models.tree.impurity = []", "models.tree.impurity is an empty list; " + IMPURITY),
        bad("models.tree.impurity = [gini, 3]", "models.tree.impurity has 3; " + IMPURITY),
        bad(
            "models.tree.impurity = [gini, gini]",
            "models.tree.impurity has gini more than once; give each value once"),
        bad("models.tree.max-depth = 0", "models.tree.max-depth is 0; " + COUNT),
        bad(
            "models.tree.max-depth = \"1..10001\"",
            "models.tree.max-depth is the text \"1..10001\"; use a range of at most 10,000 values"),
        bad("models.tree.min-gain = -0.1", "models.tree.min-gain is -0.1; " + LAMBDA),
        bad("models.tree.min-rows = [0]", "models.tree.min-rows has 0; " + COUNT),
        bad(
            "models.tree.bins = 1",
            "models.tree.bins is 1; use an integer from 2 to 255, a range such as \"1..3\", or a list of these"),
        bad(
            "models.forest.bins = 256",
            "models.forest.bins is 256; use an integer from 2 to 255, a range such as \"1..3\", or a list of these"),
        bad("models.forest.trees = \"0..3\"", "models.forest.trees is the text \"0..3\"; " + COUNT),
        bad("models.forest.trees = null", "models.forest.trees is null; " + COUNT),
        bad("models.forest.features = 0", "models.forest.features is 0; " + FEATURES),
        bad("models.forest.features = 2.5", "models.forest.features is 2.5; " + FEATURES),
        bad(
            "models.forest.features = [sqrt, log2]",
            "models.forest.features has the text \"log2\"; " + FEATURES),
        bad(
            "models.forest.features = [3, auto, 3]",
            "models.forest.features has 3 more than once; give each value once"),
        // boost
        bad(
            "models.network.layers = 3",
            "models.network.layers is 3; use a list of networks, each a list of layers, such as [[25, 15], [64, 32]]"),
        bad(
            "models.network.layers = [[25], []]",
            "models.network.layers has an empty list; use a list of networks, each a list of layers, such as [[25, 15], [64, 32]]; a model without hidden layers is logistic or ridge"),
        bad(
            "models.network.layers = [[{ dense = 25, activation = softmax }]]",
            "models.network.layers.activation is softmax in a hidden layer, which would leave of all units one and drown the others' slopes; it belongs to the output, where several classes get it by themselves; use linear, sigmoid, relu or tanh"),
        bad(
            "models.network.activation = linear",
            "models.network.layers do not fit together: layer 1 is linear and the next is another weighted sum, so that both are one linear layer; use relu, tanh or sigmoid, or leave the layer out"),
        bad(
            "models.network.layers = [[{ dense = 25, kernel = 3 }]]",
            "models.network.layers has kernel in a layer of dense; that takes dense, activation"),
        bad(
            "models.network.layers = [[{ conv = 8, kernel = 3 }]]",
            "models.network.layers do not fit together: layer 1 is a convolution, but what comes to it is no image; say image { height, width, channels }, and place it before dense layers"),
        bad(
            "models.network { image { height = 8, width = 8 }, layers = [[{ conv = 8, kernel = 9 }]] }",
            "models.network.layers do not fit together: layer 1 has kernel = 9, but the image that comes to it is 8 × 8 × 1; use at most 8"),
        bad(
            "models.network.layers = [[{ dropout = 1 }, 3]]",
            "models.network.layers.dropout is 1; use a number from 0 to below 1"),
        bad(
            "models.network.optimizer = adamw",
            "models.network.optimizer is the text \"adamw\"; use adam, sgd or momentum"),
        bad(
            "models.network { epochs = [10, 20], early-stopping = 3 }",
            "models.network.early-stopping is 3, but models.network.epochs sweeps 2 numbers of epochs and each is scored; use off, or one number of epochs"),
        bad(
            "models.network.freeze-to = 1",
            "models.network.freeze-to is for a network that learned before; say from = \"runs/…\", or leave it out"),
        bad(
            "models.network { from = \"r\", layers = [[3]] }",
            "models.network.layers comes with the network that from names; leave it out"),
        bad(
            "models.network { from = \"r\", freeze-to = -1 }",
            "models.network.freeze-to is -1; use an integer from 0 to 1000000000"),
        bad(
            "models.network { from = \"r\", fine-tune { epochs = 3 } }",
            "models.network.fine-tune.learning-rate is missing; it is the rate of all layers, smaller than models.network.learning-rate"),
        bad(
            "models.network { from = \"r\", epochs = [1, 2], fine-tune { epochs = 3, learning-rate = 0.1 } }",
            "models.network.epochs sweeps 2 numbers, but fine-tune begins after one of them; use one, and sweep fine-tune.epochs"),
        bad(
            "models.network { from = \"r\", early-stopping = 2, fine-tune { epochs = 3, learning-rate = 0.1 } }",
            "models.network.early-stopping is 2, but fine-tune begins after a known number of epochs; use off, or leave fine-tune out"),
        bad(
            "models.network.augment { shift = 1 }",
            "models.network.augment moves pixels, but the columns are no image; say image { height, width, channels }, or leave only noise"),
        bad(
            "models.network.augment { scale = 1 }",
            "models.network.augment.scale is 1; use a number from 0 to below 1"),
        bad(
            "models.network.image { hight = 8 }",
            "models.network.image.hight is not a setting; did you mean height? (height, width, channels)"),
        bad("models.boost.rounds = 0", "models.boost.rounds is 0; " + COUNT),
        bad("models.boost.eta = 0", "models.boost.eta is 0; " + ABOVE_ZERO),
        bad("models.boost.subsample = [0.5, 1.5]", "models.boost.subsample has 1.5; " + ABOVE_ZERO),
        bad("models.boost.lambda = -1", "models.boost.lambda is -1; " + LAMBDA),
        bad(
            "models.boost.early-stopping = on",
            "models.boost.early-stopping is the text \"on\"; use off or an integer >= 1"),
        bad(
            "models.boost.early-stopping = 0",
            "models.boost.early-stopping is 0; use off or an integer >= 1"),
        bad(
            "models.boost { rounds = [50, 100], early-stopping = 10 }",
            "models.boost.early-stopping is 10, but models.boost.rounds sweeps 2 numbers of rounds and each is scored; use off, or one number of rounds"),
        bad("engine = spark", "engine is the text \"spark\"; use auto, broadcast or partitioned"),
        // select and baseline
        bad("select.by = rsme", "select.by is the text \"rsme\"; " + METRICS),
        bad(
            "select.by = f1, data.task = regression",
            "select.by is f1, but data.task is regression, which has no such metric; use j, rmse, mae or r2"),
        bad(
            "select.by = rmse, data.task = classification",
            "select.by is rmse, but data.task is classification, which has no such metric; use j, accuracy, precision, recall, f1, log_loss, roc_auc or pr_auc"),
        bad(
            "select.by = log-loss, data.task = regression",
            "select.by is log_loss, but data.task is regression, which has no such metric; use j, rmse, mae or r2"),
        bad(
            "select.rule = bset",
            "select.rule is the text \"bset\"; use best or one-standard-error"),
        bad("baseline {}", "baseline.j is missing; it is the J to compare with"),
        bad("baseline.j = -1", "baseline.j is -1; use a finite number >= 0"),
        bad("baseline.j = \"0.1\"", "baseline.j is the text \"0.1\"; use a finite number >= 0"),
        // HOCON itself
        bad(
            "split = [",
            "cannot be read as HOCON: List should have ] or a first element after the open [, instead had token: end of file"),
        bad("split {", "cannot be read as HOCON: expecting a key, } or ) here, not: end of file"),
        bad(
            "name = ${gone}",
            "cannot be read as HOCON: Could not resolve substitution to a value: ${gone}"));
  }

  private static Arguments bad(String line, String message) {
    return Arguments.of(line, message);
  }

  private static Arguments role(String line, String key, String column, String first) {
    return bad(
        line,
        "%s names the column \"%s\", which is already %s; a column cannot be both"
            .formatted(key, column, first));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badLines")
  void saysWhatIsWrongAndWhatIsRight(String line, String message) {
    assertThatThrownBy(() -> Experiment.parse(Texts.LEAST + line, "conf/x.conf", List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("conf/x.conf:4: " + message);
  }

  @Test
  void missingSettingsAreNamed() {
    assertMessage("", "x.conf:1: data.path is missing; it is the file, directory or glob to read");
    assertMessage(
        "\ndata { path = a }", "x.conf:2: data.target is missing; it is the column to predict");
    assertMessage(
        "data { path = a, target = b }",
        "x.conf:1: models names no family;"
            + " use ridge { degree = \"1..3\", lambda = [0.1, 1, 10] }");
  }

  @Test
  void elementOfALongListIsFoundOnItsOwnLine() {
    assertMessage(
        Texts.LEAST + "models.ridge.lambda = [\n 1,\n -2\n]",
        "x.conf:6: models.ridge.lambda has -2; " + LAMBDA);
  }

  @Test
  void firstOfSeveralUnknownKeysIsNamed() {
    assertMessage(
        "z1 = 1\na1 = 2",
        "x.conf:1: z1 is not a setting;"
            + " use name, data, split, models, engine, select, baseline, diagnose or output");
  }

  private static void assertMessage(String text, String message) {
    assertThatThrownBy(() -> Experiment.parse(text, "x.conf", List.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }
}
