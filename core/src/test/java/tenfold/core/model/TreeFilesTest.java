package tenfold.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tenfold.core.data.Block;
import tenfold.core.data.DataException;
import tenfold.core.data.Feature;
import tenfold.core.data.Fitted;
import tenfold.core.data.Inputs;
import tenfold.core.data.Kind;
import tenfold.core.data.Schema;
import tenfold.core.data.Task;
import tenfold.core.learn.forest.ForestModel;
import tenfold.core.learn.forest.Votes;
import tenfold.core.learn.tree.Grove;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeModel;

class TreeFilesTest {

  private static final String FILE = "trees.bin";
  private static final List<String> CLASSES = List.of("cat", "dog \"ü\"", "eel");

  private static SavedModel saved(Fitted fitted) {
    Task task = fitted.classes().isEmpty() ? Task.REGRESSION : Task.CLASSIFICATION;
    return new SavedModel(Grove.schema(task), Map.of("header", true), fitted);
  }

  private static SavedModel read(Map<String, byte[]> files) {
    return ModelFiles.read(name -> Optional.ofNullable(files.get(name)), "m");
  }

  private static TreeModel tree(Random random, int splits, List<String> classes) {
    Tree tree = Grove.tree(random, splits, Math.max(1, classes.size()));
    return new TreeModel(Grove.INPUTS, classes, classes.isEmpty() ? 1 / 3.0 : 0, tree);
  }

  private static ForestModel forest(Random random, int splits, List<String> classes) {
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < 5; t++) {
      trees.add(Grove.tree(random, random.nextInt(splits + 1), Math.max(1, classes.size())));
    }
    double scale = classes.isEmpty() ? 8 : Votes.CLASSES;
    return new ForestModel(Grove.INPUTS, classes, classes.isEmpty() ? 1 / 3.0 : 0, scale, trees);
  }

  private static void assertSame(Fitted model, Block block) {
    Map<String, byte[]> files = ModelFiles.of(saved(model));
    SavedModel read = read(files);

    assertThat(read.schema()).isEqualTo(saved(model).schema());
    assertThat(read.fitted().classes()).isEqualTo(model.classes());
    assertThat(read.fitted().predict(block)).isEqualTo(model.predict(block));
    assertThat(ModelFiles.of(read).get(FILE)).isEqualTo(files.get(FILE));
  }

  private static void assertSameNodes(Tree read, Tree written) {
    assertThat(nodes(read)).isEqualTo(nodes(written));
  }

  /** All that is known of each node. */
  private static List<List<Object>> nodes(Tree tree) {
    return IntStream.range(0, tree.nodes())
        .mapToObj(
            n ->
                List.<Object>of(
                    tree.column(n),
                    tree.threshold(n),
                    tree.missingLeft(n),
                    tree.left(n),
                    tree.gain(n),
                    tree.rows(n),
                    IntStream.range(0, tree.outputs()).mapToObj(c -> tree.value(n, c)).toList()))
        .toList();
  }

  @Property
  void aTreeReadBackIsTheOneThatWasWritten(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 300) int splits) {
    Random random = new Random(seed);
    for (List<String> classes : List.of(List.<String>of(), CLASSES)) {
      TreeModel model = tree(random, splits, classes);
      assertSame(model, Grove.block(random, 30));

      TreeModel read = (TreeModel) read(ModelFiles.of(saved(model))).fitted();
      assertThat(read.inputs()).isEqualTo(model.inputs());
      assertThat(read.shift()).isEqualTo(model.shift());
      assertSameNodes(read.tree(), model.tree());
    }
  }

  @Property
  void aForestReadBackVotesTheSameBits(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int splits) {
    Random random = new Random(seed);
    for (List<String> classes : List.of(List.<String>of(), CLASSES)) {
      ForestModel model = forest(random, splits, classes);
      assertSame(model, Grove.block(random, 30));

      ForestModel read = (ForestModel) read(ModelFiles.of(saved(model))).fitted();
      assertThat(read.inputs()).isEqualTo(model.inputs());
      assertThat(read.scale()).isEqualTo(model.scale());
      assertThat(read.trees()).hasSameSizeAs(model.trees());
      for (int t = 0; t < model.trees().size(); t++) {
        assertSameNodes(read.trees().get(t), model.trees().get(t));
      }
    }
  }

  /** The file's own checksum finds every change of one byte, and every end that is not its own. */
  @Property
  void damageIsFoundAndTheFileNamed(@ForAll long seed) {
    Random random = new Random(seed);
    Fitted model = random.nextBoolean() ? tree(random, 20, CLASSES) : forest(random, 20, CLASSES);
    Map<String, byte[]> files = new HashMap<>(ModelFiles.of(saved(model)));
    byte[] whole = files.get(FILE);
    byte[] damaged;
    if (random.nextBoolean()) {
      damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
    } else {
      damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
    }
    files.put(FILE, damaged);

    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DataException.class)
        .hasMessageMatching("m/trees\\.bin is damaged: \\P{Cntrl}+");
  }

  /** Content that no tree has, under a checksum that is right. */
  @Property
  void whateverTheContentItIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    Packer out = new Packer();
    out.number(0);
    out.number(Votes.CLASSES);
    int fields = random.nextInt(60);
    for (int f = 0; f < fields; f++) {
      out.count(random.nextInt(10) == 0 ? random.nextInt() & 0xFFFFFFFFL : random.nextInt(4));
    }
    Map<String, byte[]> files =
        new HashMap<>(
            ModelFiles.of(
                saved(
                    random.nextBoolean() ? tree(random, 1, CLASSES) : forest(random, 1, CLASSES))));
    files.put(FILE, out.file());

    try {
      assertThat(read(files).fitted().predict(Grove.block(random, 3))).hasSize(9);
    } catch (DataException e) {
      assertThat(e.getMessage()).matches("m/trees\\.bin is damaged: \\P{Cntrl}+");
    }
  }

  @Test
  void childrenThatPointBackAreRefused() {
    Packer out = new Packer();
    out.number(0);
    out.count(0); // no level for missing
    out.count(0); // nor any other
    out.count(1); // one threshold of column a
    out.number(0.5);
    out.count(0); // none of column b
    out.count(3); // nodes
    for (int code : List.of(1, 0, 0)) {
      out.count(code);
    }
    out.count(0); // the threshold
    out.difference(-1); // children at 0
    Map<String, byte[]> files =
        new HashMap<>(ModelFiles.of(saved(tree(new Random(1), 1, List.of()))));
    files.put(FILE, out.file());

    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DataException.class)
        .hasMessage("m/trees.bin is damaged: node 0 of 3 has its children at 0");
  }

  @Test
  void sizesThatTheBytesCannotHoldAreRefusedBeforeAnythingIsMade() {
    byte[] file = {'T', 'F', 1, 0x7F, 0, 0, 0, 1, 2, 3};
    Map<String, byte[]> files =
        new HashMap<>(ModelFiles.of(saved(tree(new Random(1), 1, List.of()))));
    files.put(FILE, file);

    assertThatThrownBy(() -> read(files))
        .isInstanceOf(DataException.class)
        .hasMessage("m/trees.bin is damaged: 3 bytes cannot hold the 2130706432 that it says");
  }

  /**
   * What 20,000 rows grow to: 128 trees of 7,999 nodes over 20 columns of 255 values, grown depth
   * first, whose thresholds are mid-points of values near each other and most of whose leaves are
   * pure.
   */
  @Test
  void aForestOfManyRowsTakesAFewMegabytes() {
    Random random = new Random(5);
    List<Inputs.Input> columns = new ArrayList<>();
    for (int c = 0; c < 20; c++) {
      columns.add(new Inputs.Input("c" + c, Kind.NUMBER, List.of(), false));
    }
    double[][] values = new double[20][];
    for (int c = 0; c < 20; c++) {
      values[c] = random.doubles(255).map(Math::log).sorted().toArray();
    }
    Inputs inputs = new Inputs(columns);
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < 128; t++) {
      trees.add(grown(random, values));
    }
    Schema schema =
        new Schema(
            columns.stream().map(c -> new Feature(c.name(), c.kind())).toList(),
            "y",
            Task.CLASSIFICATION,
            List.of());

    Map<String, byte[]> files =
        ModelFiles.of(
            new SavedModel(
                schema,
                Map.of(),
                new ForestModel(inputs, List.of("no", "yes"), 0, Votes.CLASSES, trees)));

    assertThat(files.get(FILE).length).isLessThan(4_000_000);
    assertThat(((ForestModel) read(files).fitted()).trees()).hasSize(128);
  }

  private static Tree grown(Random random, double[][] values) {
    int n = 7_999;
    int[] column = new int[n];
    double[] threshold = new double[n];
    int[] left = new int[n];
    double[] rows = new double[n];
    double[] weights = new double[2 * n];
    List<Integer> open = new ArrayList<>(List.of(0));
    int made = 1;
    while (made < n) {
      int node = open.remove(open.size() - 1);
      column[node] = random.nextInt(values.length);
      int low = random.nextInt(254);
      int high = Math.min(254, low + 1 + (int) Math.abs(3 * random.nextGaussian()));
      threshold[node] = (values[column[node]][low] + values[column[node]][high]) / 2;
      left[node] = made;
      open.add(random.nextInt(open.size() + 1), made);
      open.add(random.nextInt(open.size() + 1), made + 1);
      made += 2;
    }
    for (int leaf : open) {
      column[leaf] = -1;
      int some = 1 + random.nextInt(6);
      int other = random.nextInt(10) == 0 ? 1 + random.nextInt(6) : 0;
      boolean yes = random.nextBoolean();
      weights[2 * leaf] = yes ? other : some;
      weights[2 * leaf + 1] = yes ? some : other;
      rows[leaf] = some + other;
    }
    return new Tree(2, column, threshold, new boolean[n], left, new double[n], rows, weights);
  }
}
