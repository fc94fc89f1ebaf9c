package io.metaexpert.store;

import io.metaexpert.UserException;
import java.io.IOException;
import java.util.List;

/**
 * Whether a state is what was once written.
 *
 * @param problems all that is wrong; empty when nothing is
 * @param changes of its journal that are sound, from the first
 */
public record StateCheck(List<String> problems, long changes) {
    public StateCheck {
        problems = List.copyOf(problems);
    }

    /**
     * Asks all: SQLite's own check, the layout, each checksum, whether the journal leads to the present values, and whether it has the change that
     * was confirmed last. Changes nothing.
     *
     * @throws UserException when there is none, or others may write it
     */
    public static StateCheck of(StateFiles files) {
        try {
            SavedState.require(files);
            Examination examination = Examination.of(files);
            if (examination.unborn()) {
                throw SavedState.absent(files);
            }
            long changes = examination.replay().last().map(JournalRecord::seq).orElse(0L);
            return new StateCheck(examination.problems(), changes);
        } catch (IOException e) {
            throw SavedState.unreadable(files, e);
        }
    }
}
