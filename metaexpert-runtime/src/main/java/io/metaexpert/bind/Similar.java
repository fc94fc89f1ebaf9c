package io.metaexpert.bind;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant. */
final class Similar {
    private Similar() {}

    /** The candidate nearest to {@code text}, when it is near enough to be a slip of the pen. */
    static Optional<String> to(String text, Collection<String> candidates) {
        String wanted = plain(text);
        String best = "";
        int bestDistance = Math.max(1, wanted.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(wanted, plain(candidate));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** {@code Did you mean x? }, or nothing. */
    static String question(Optional<String> meant) {
        return meant.isPresent() ? "Did you mean " + meant.get() + "? " : "";
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
