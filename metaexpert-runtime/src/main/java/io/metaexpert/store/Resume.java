package io.metaexpert.store;

import io.metaexpert.UserException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lift of a halt, by a human. The next start trades again and takes its equity as the new peak and the start of the day: with the old ones a
 * drawdown would halt it at once.
 *
 * @param number the how-manieth of this strategy
 * @param rule that had halted it
 * @param halted why, as it was written
 */
public record Resume(long number, String rule, String halted) {
    private static final int MAX_REASON = 500;
    private static final Pattern NUMBERED = Pattern.compile("resume\\.(\\d{1,9})");

    /**
     * Lifts the halt of a strategy that is not running, and records it.
     *
     * @param reason one line, why it may trade again
     * @throws UserException when nothing is halted, there is no state, a process uses it, or the reason is not one line
     */
    public static Resume lift(StateFiles files, String reason, InstantSource clock) {
        String line = reason.strip();
        if (line.isEmpty() || line.length() > MAX_REASON || line.chars().anyMatch(Character::isISOControl)) {
            throw new UserException(
                    "--reason must be one line of 1 to " + MAX_REASON + " characters",
                    "say what was found and why it may trade again; it is kept for ever");
        }
        refuseUnlessHalted(files, SavedState.read(files).section(RiskKeys.SECTION));
        try (SqliteStateStore store = SqliteStateStore.open(files.folder(), files.name(), clock)) {
            return lift(store, files, line, clock);
        }
    }

    private static Resume lift(SqliteStateStore store, StateFiles files, String reason, InstantSource clock) {
        SortedMap<String, String> risk = store.read(RiskKeys.SECTION);
        refuseUnlessHalted(files, risk);
        String rule = risk.getOrDefault(RiskKeys.RULE, "a rule that was not recorded");
        long number = next(risk);
        Map<String, Optional<String>> changes = RiskKeys.withoutHalt(risk);
        changes.put(RiskKeys.STATE, Optional.of(RiskKeys.ACTIVE));
        changes.put(RiskKeys.REBASE, Optional.of("true"));
        changes.put(RiskKeys.RESUME + number, Optional.of(clock.instant() + " " + reason));
        changes.put(RiskKeys.RESUME + number + ".lifted", Optional.of(rule));
        store.write(RiskKeys.SECTION, changes);
        return new Resume(number, rule, risk.getOrDefault(RiskKeys.REASON, ""));
    }

    private static void refuseUnlessHalted(StateFiles files, SortedMap<String, String> risk) {
        String state = risk.getOrDefault(RiskKeys.STATE, RiskKeys.ACTIVE);
        if (!state.equals(RiskKeys.HALTED)) {
            throw new UserException(
                    "strategy " + files.name() + " is not halted: its state is " + state,
                    state.equals(RiskKeys.ACTIVE)
                            ? "there is nothing to lift"
                            : "only a halt needs a human; " + state + " ends by itself");
        }
    }

    private static long next(SortedMap<String, String> risk) {
        return 1
                + risk.keySet().stream()
                        .map(NUMBERED::matcher)
                        .filter(Matcher::matches)
                        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                        .max()
                        .orElse(0);
    }
}
