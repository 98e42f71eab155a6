package tenfold.core.model;

import java.util.List;
import tenfold.core.data.Fitted;
import tenfold.core.data.Schema;
import tenfold.core.learn.tree.Tree;
import tenfold.core.learn.tree.TreeModel;

/** A tree as a file, with all that is known of every node. */
final class TreeForm implements Form {

  @Override
  public String model() {
    return "tree";
  }

  @Override
  public Class<TreeModel> type() {
    return TreeModel.class;
  }

  @Override
  public String file() {
    return "trees.bin";
  }

  @Override
  public byte[] write(Fitted fitted) {
    TreeModel model = (TreeModel) fitted;
    Tree tree = model.tree();
    int n = tree.nodes();
    double[] gain = new double[n];
    double[] rows = new double[n];
    double[] values = new double[n * tree.outputs()];
    for (int node = 0; node < n; node++) {
      gain[node] = tree.gain(node);
      rows[node] = tree.rows(node);
      for (int c = 0; c < tree.outputs(); c++) {
        values[node * tree.outputs() + c] = tree.value(node, c);
      }
    }
    Packer out = new Packer();
    out.number(model.shift());
    TreeCodec.begin(model.inputs(), List.of(tree), out).write(tree, out);
    out.numbers(gain);
    out.numbers(rows);
    out.numbers(values);
    return out.file();
  }

  @Override
  public TreeModel read(byte[] file, Schema schema, List<String> classes) {
    Unpacker in = new Unpacker(file);
    double shift = in.number();
    TreeCodec codec = TreeCodec.begin(schema, in);
    TreeCodec.Splits splits = codec.read(in);
    int n = splits.nodes();
    int outputs = Math.max(1, classes.size());
    double[] gain = in.numbers(n);
    double[] rows = in.numbers(n);
    double[] values = in.numbers((long) n * outputs);
    in.end();
    return new TreeModel(codec.inputs(), classes, shift, splits.tree(outputs, gain, rows, values));
  }
}
