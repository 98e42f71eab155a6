package tenfold.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;
import tenfold.core.learn.forest.ForestModel;
import tenfold.core.learn.forest.Votes;
import tenfold.core.learn.tree.Tree;

/** A forest as a file: the splits of its trees and the votes of their leaves. */
final class ForestForm implements Form {

  @Override
  public String model() {
    return "forest";
  }

  @Override
  public Class<ForestModel> type() {
    return ForestModel.class;
  }

  @Override
  public String file() {
    return "trees.bin";
  }

  @Override
  public byte[] write(Fitted fitted) {
    ForestModel model = (ForestModel) fitted;
    Packer out = new Packer();
    out.number(model.shift());
    out.number(model.scale());
    TreeCodec codec = TreeCodec.begin(model.inputs(), model.trees(), out);
    out.count(model.trees().size());
    for (Tree tree : model.trees()) {
      codec.write(tree, out);
      out.planes(votes(tree, model.scale()), Integer.BYTES);
    }
    return out.file();
  }

  private static long[] votes(Tree tree, double scale) {
    int outputs = tree.outputs();
    long[] votes = new long[tree.nodes() * outputs];
    int at = 0;
    for (int node = 0; node < tree.nodes(); node++) {
      for (int c = 0; tree.leaf(node) && c < outputs; c++) {
        votes[at++] = Votes.of(tree, node, c, scale);
      }
    }
    return Arrays.copyOf(votes, at);
  }

  @Override
  public ForestModel read(byte[] file, Schema schema, List<String> classes) {
    Unpacker in = new Unpacker(file);
    double shift = in.number();
    double scale = in.number();
    TreeCodec codec = TreeCodec.begin(schema, in);
    int count = in.count(1);
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      trees.add(tree(codec.read(in), in, Math.max(1, classes.size()), scale));
    }
    in.end();
    return new ForestModel(codec.inputs(), classes, shift, scale, trees);
  }

  /** The splits with votes at their leaves and a row for each node. */
  private static Tree tree(TreeCodec.Splits splits, Unpacker in, int outputs, double scale) {
    int n = splits.nodes();
    int leaves = 0;
    for (int node = 0; node < n; node++) {
      leaves += splits.leaf(node) ? 1 : 0;
    }
    long[] votes = in.planes((long) leaves * outputs, Integer.BYTES);
    double[] rows = new double[n];
    double[] values = new double[Math.multiplyExact(n, outputs)];
    int at = 0;
    for (int node = 0; node < n; node++) {
      rows[node] = 1;
      for (int c = 0; splits.leaf(node) && c < outputs; c++) {
        values[node * outputs + c] = Votes.value((int) votes[at++], scale);
      }
    }
    return splits.tree(outputs, new double[n], rows, values);
  }
}
