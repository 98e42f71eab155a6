package tenfold.core.conf;

/** Configurations that several tests use. */
final class Texts {

  /** The contract's example without what is not available yet. */
  static final String FULL =
      """
      name = "concrete: which degree, which lambda"
      data {
        path     = "data/concrete.csv"    # globs, lists
        options  { delimiter = ",", null = [""] }
        target   = "compressive_strength"
        task     = regression             # regression | classification
        positive = "yes"
        id       = ["sample"]
        ignore   = ["notes"]
        weight   = null
        categorical = ["zip"]
        missing  = impute
      }
      split {
        test = 0.2
        folds = 10
        seed = 1
        repeats = 1
        stratify = true
        group = ["household"]
        duplicates = together
        order-by = null
        fold-column = null
      }
      models {
        ridge { degree = "1..3", lambda = [0, 0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24], interactions = true }
        tree { impurity = [entropy, gini], max-depth = "1..20", min-gain = [0, 0.001], min-rows = [2, 20], bins = 255 }
        forest { trees = [16, 64, 128], max-depth = [4, 8, 12, 16], features = [auto, 3], impurity = entropy, min-gain = 0, min-rows = 2, bins = 255 }
      }
      engine = auto
      select   { by = j, rule = best }
      baseline { j = 0.106, source = "human" }
      output   { runs = "runs" }
      """;

  /** The shortest that is whole; more lines follow from line 4. */
  static final String LEAST =
      """
      data.path = "p.csv"
      data.target = y
      models.ridge {}
      """;

  private Texts() {}
}
