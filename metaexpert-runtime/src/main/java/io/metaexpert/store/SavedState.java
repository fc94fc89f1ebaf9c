package io.metaexpert.store;

import io.metaexpert.UserException;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is kept of a strategy, to look at.
 *
 * @param sections values by section and key
 * @param changes how many there have been, checkpoints of the journal counted
 * @param time of the last one, ISO 8601 in UTC
 * @param process that uses the state now, as far as can be seen from this machine
 */
public record SavedState(
        StateFiles files,
        SortedMap<String, SortedMap<String, String>> sections,
        long changes,
        String time,
        Optional<Long> process) {

    /**
     * Reads and checks it. Changes nothing, and disturbs no process that uses it: what that has written last is seen.
     *
     * @throws UserException when there is none, it is damaged, or others may write it
     */
    public static SavedState read(StateFiles files) {
        try {
            require(files);
            Examination examination = Examination.of(files).orThrow(files);
            if (examination.unborn()) {
                throw absent(files);
            }
            Replay replay = examination.replay();
            JournalRecord last = replay.last().orElseThrow();
            return new SavedState(files, replay.contents().all(), last.seq(), last.time(), StoreLock.holder(files));
        } catch (IOException e) {
            throw unreadable(files, e);
        }
    }

    /** @throws UserException when there is none, or others may write it */
    static void require(StateFiles files) throws IOException {
        if (!Examination.finds(files)) {
            throw absent(files);
        }
        FileGuard.check(files);
    }

    static UserException absent(StateFiles files) {
        return new UserException(
                "there is no state of strategy " + files.name() + " in " + files.folder(),
                "a run on paper or live begins one; a backtest keeps nothing");
    }

    static UserException unreadable(StateFiles files, IOException e) {
        return new UserException(
                "the state of " + files.name() + " in " + files.folder() + " cannot be read: " + e.getMessage(), "");
    }

    /** The values of a section, empty when there are none. */
    public SortedMap<String, String> section(String section) {
        return Contents.of(sections).section(section);
    }
}
