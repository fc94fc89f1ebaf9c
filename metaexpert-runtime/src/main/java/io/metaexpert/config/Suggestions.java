package io.metaexpert.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest valid word to a wrong one. */
final class Suggestions {
    private Suggestions() {}

    /** "did you mean `x`?", or nothing when nothing is near. */
    static String didYouMean(String wrong, Collection<String> valid) {
        return nearest(wrong, valid).map(word -> "did you mean `" + word + "`?").orElse("");
    }

    /** The valid word with the fewest edits; at most a third of its letters may differ, spelling style aside. */
    static Optional<String> nearest(String wrong, Collection<String> valid) {
        String plain = plain(wrong);
        return valid.stream()
                .filter(word ->
                        distance(plain, plain(word)) <= Math.max(1, Math.max(plain.length(), word.length()) / 3))
                .min(Comparator.comparingInt((String word) -> distance(plain, plain(word)))
                        .thenComparingInt(word -> distance(wrong, word)));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Edits between two words; two neighbours swapped are one edit. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] cost, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
