package io.metaexpert.store;

import io.metaexpert.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The rebuilding of a damaged state.
 *
 * @param problems what was wrong; empty when nothing was, and then nothing was done
 * @param keptAside the damaged file, byte by byte
 * @param kept the last change that the new state has; 0 when nothing could be read
 * @param keptTime of it, ISO 8601 in UTC; empty when nothing could be read
 * @param lost changes after it that are known to have been
 */
public record StateRepair(List<String> problems, Optional<Path> keptAside, long kept, String keptTime, long lost) {
    /** The rule by which a repaired state is halted. */
    public static final String RULE = "state-repaired";

    private static final int FIRST = 1;

    public StateRepair {
        problems = List.copyOf(problems);
    }

    /**
     * Rebuilds the values from the longest run of sound records of the journal. The damaged files are kept under another name. The new state is
     * halted, whatever it was before, as limits may have been reached in what is lost.
     *
     * @throws UserException when there is none, others may write it, a process uses it, or the disk cannot be written
     */
    public static StateRepair run(StateFiles files, InstantSource clock) {
        try {
            SavedState.require(files);
            StoreLock lock = StoreLock.acquire(files);
            try {
                Examination examination = Examination.of(files);
                return examination.problems().isEmpty()
                        ? new StateRepair(List.of(), Optional.empty(), 0, "", 0)
                        : rebuild(files, clock, examination.problems());
            } finally {
                lock.close();
            }
        } catch (IOException | SQLException e) {
            throw new UserException(
                    "the state of " + files.name() + " in " + files.folder() + " could not be rebuilt: "
                            + e.getMessage(),
                    "nothing was replaced; it needs room for twice the size of its files");
        }
    }

    private static StateRepair rebuild(StateFiles files, InstantSource clock, List<String> problems)
            throws IOException, SQLException {
        StateFiles aside = Aside.keep(files, clock);
        Salvage salvage = Salvage.of(aside);
        Optional<JournalRecord> last = salvage.replay().last();
        long kept = last.map(JournalRecord::seq).orElse(0L);
        StateRepair repair = new StateRepair(
                problems,
                Optional.of(aside.database()),
                kept,
                last.map(JournalRecord::time).orElse(""),
                salvage.reached() - kept);
        Contents contents = salvage.replay().contents();
        contents.apply(RiskKeys.SECTION, repair.halt(contents.section(RiskKeys.SECTION), clock));
        replace(files, SqliteStateStore.first(salvage.reached() + FIRST, clock, contents), contents);
        return repair;
    }

    private Map<String, Optional<String>> halt(SortedMap<String, String> risk, InstantSource clock) {
        Map<String, Optional<String>> changes = RiskKeys.withoutHalt(risk);
        changes.put(RiskKeys.STATE, Optional.of(RiskKeys.HALTED));
        changes.put(RiskKeys.RULE, Optional.of(RULE));
        changes.put(RiskKeys.REASON, Optional.of(reason(risk)));
        changes.put(RiskKeys.TIME, Optional.of(clock.instant().toString()));
        changes.put(RiskKeys.KEY, Optional.of("state.path"));
        return changes;
    }

    private String reason(SortedMap<String, String> risk) {
        String what = kept == 0
                ? "the state was damaged and nothing of it could be read"
                : "the state was damaged and rebuilt up to change " + kept + " of " + keptTime;
        String missing = lost == 0 ? "" : "; " + lost + " later changes are lost";
        boolean halted = RiskKeys.HALTED.equals(risk.get(RiskKeys.STATE));
        String before = halted
                ? "; it was halted before by " + risk.getOrDefault(RiskKeys.RULE, "a rule that was not recorded") + ": "
                        + risk.getOrDefault(RiskKeys.REASON, "")
                : "";
        return what + missing + before;
    }

    /** Until the last move the damaged files lie there, and are refused; after it, the new one does. */
    private static void replace(StateFiles files, JournalRecord first, Contents contents)
            throws IOException, SQLException {
        StateFiles made = new StateFiles(files.folder(), "repaired-" + first.seq());
        delete(made);
        FileGuard.create(made.database());
        try (Database database = Database.openToWrite(made.database(), SqliteStateStore.Bounds.USUAL.logPages())) {
            database.create(first, contents);
        }
        if (Files.exists(made.log())) {
            throw new IOException("SQLite left " + made.log());
        }
        MarkFile.open(made.mark(), Mark.of(first)).close();
        Files.deleteIfExists(files.log());
        Files.deleteIfExists(files.index());
        Files.move(made.mark(), files.mark(), StandardCopyOption.ATOMIC_MOVE);
        Files.move(made.database(), files.database(), StandardCopyOption.ATOMIC_MOVE);
        FileGuard.sync(files.folder());
        delete(made);
    }

    private static void delete(StateFiles files) throws IOException {
        for (Path file : files.all()) {
            Files.deleteIfExists(file);
        }
    }
}
