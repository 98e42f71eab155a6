package tenfold.core.conf;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses the word that was meant. */
public final class Spelling {

  private Spelling() {}

  /** The nearest of the known words, if it is near: at most a third of its letters differ. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(word, k) <= Math.max(1, k.length() / 3))
        .filter(k -> distance(word, k) < k.length())
        .min(Comparator.comparingInt(k -> distance(word, k)));
  }

  /**
   * Letters to insert, drop, change or swap with their neighbour, none of them twice (the optimal
   * string alignment distance); case and {@code _} against {@code -} do not count.
   */
  static int distance(String first, String second) {
    String a = plain(first);
    String b = plain(second);
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
