package io.metaexpert.check;

import java.util.List;
import java.util.SortedMap;

/**
 * What a check came to.
 *
 * @param check such as {@code lookahead}
 * @param figures what was done and measured, by name
 * @param findings empty when there is nothing against the strategy
 * @param notes what a reader must know beside that
 */
public record CheckReport(String check, SortedMap<String, String> figures, List<Finding> findings, List<String> notes) {
    public CheckReport {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** Whether there is nothing against the strategy. */
    public boolean clean() {
        return findings.isEmpty();
    }
}
