package io.metaexpert.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The section of limits and halts, as the engine writes it; see docs/developer/state-store.md. */
final class RiskKeys {
    static final String SECTION = "risk";
    static final String STATE = "state";
    static final String ACTIVE = "ACTIVE";
    static final String HALTED = "HALTED";
    static final String HALT = "halt.";
    static final String RULE = HALT + "rule";
    static final String REASON = HALT + "reason";
    static final String TIME = HALT + "time";
    static final String KEY = HALT + "key";
    /** Of each resume, with a number. */
    static final String RESUME = "resume.";
    /** The engine takes the equity of its next start as peak and as that of the day's start. */
    static final String REBASE = "rebase";

    private RiskKeys() {}

    /** Removes all that is known of a halt. */
    static Map<String, Optional<String>> withoutHalt(SortedMap<String, String> risk) {
        Map<String, Optional<String>> changes = new LinkedHashMap<>();
        risk.keySet().stream().filter(key -> key.startsWith(HALT)).forEach(key -> changes.put(key, Optional.empty()));
        return changes;
    }
}
