package io.metaexpert.stress.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scenario: {@code 1-t42-gap} is draw 42 of the family gap for tuning of seed 1, {@code 1-h42-gap} the one that is held out from it.
 *
 * @param heldOut whether it is of the half by which nothing is tuned
 * @param group the families that it is of: one, {@link #PAIRS} or {@link #CALM}
 * @param index the draw, from 0
 */
public record ScenarioId(long seed, boolean heldOut, String group, int index) {
    /** Two families at once. */
    public static final String PAIRS = "pairs";
    /** Nothing happens: the size that the limits leave is measured. */
    public static final String CALM = "calm";

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([th])(\\d{1,7})-([a-z-]+)");

    /** Reads {@link #toString}; empty when the text is of another form or there is no such group. */
    public static Optional<ScenarioId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !isGroup(parts.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioId(
                Long.parseLong(parts.group(1)),
                parts.group(2).equals("h"),
                parts.group(4),
                Integer.parseInt(parts.group(3))));
    }

    private static boolean isGroup(String group) {
        return group.equals(PAIRS) || group.equals(CALM) || Family.find(group).isPresent();
    }

    public boolean isCalm() {
        return group.equals(CALM);
    }

    @Override
    public String toString() {
        return seed + "-" + (heldOut ? "h" : "t") + index + "-" + group;
    }
}
