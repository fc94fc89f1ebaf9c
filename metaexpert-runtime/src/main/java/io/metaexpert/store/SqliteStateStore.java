package io.metaexpert.store;

import io.metaexpert.UserException;
import io.metaexpert.spi.StateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State in one SQLite file, beside a journal of how it came about. Each change is one transaction (write-ahead log, {@code synchronous=FULL}),
 * so it costs one forced write to the disk, about a millisecond on a good one. Reading costs nothing: the values are in memory too. Used on one
 * thread; one process at a time.
 */
public final class SqliteStateStore implements StateStore {
    private static final Logger log = LoggerFactory.getLogger(SqliteStateStore.class);

    private final StateFiles files;
    private final InstantSource clock;
    private final Bounds bounds;
    private final StoreLock lock;
    private final Database database;
    private final MarkFile mark;
    private final Contents contents;
    private JournalRecord last;
    private long checkpoint;
    private long records;
    private long bytes;
    private boolean markFailed;

    /**
     * How far things grow.
     *
     * @param records changes between two checkpoints; the journal keeps the last two and what is between and after them
     * @param bytes of changes between two checkpoints, as far as the state itself is not larger
     * @param logPages of SQLite's log
     */
    record Bounds(long records, long bytes, int logPages) {
        static final Bounds USUAL = new Bounds(1_000, 1 << 20, 1_000);
    }

    private SqliteStateStore(
            StateFiles files,
            InstantSource clock,
            Bounds bounds,
            StoreLock lock,
            Database database,
            MarkFile mark,
            Replay replay) {
        this.files = files;
        this.clock = clock;
        this.bounds = bounds;
        this.lock = lock;
        this.database = database;
        this.mark = mark;
        this.contents = replay.contents();
        this.last = replay.last().orElseThrow();
        this.checkpoint = replay.lastCheckpoint();
        this.records = replay.records();
        this.bytes = replay.bytes();
    }

    /**
     * Opens the state of a strategy, or begins one where there is none. Takes up to a second, mostly for loading SQLite.
     *
     * @param folder {@code state.path}; made when it is absent
     * @param name {@code strategy.id}
     * @param clock of the times in the journal
     * @throws UserException when it is damaged, others may write it, or another process uses it
     */
    public static SqliteStateStore open(Path folder, String name, InstantSource clock) {
        return open(new StateFiles(folder, name), clock, Bounds.USUAL);
    }

    static SqliteStateStore open(StateFiles files, InstantSource clock, Bounds bounds) {
        try {
            FileGuard.prepare(files.folder());
            FileGuard.check(files);
            StoreLock lock = StoreLock.acquire(files);
            try {
                return open(files, clock, bounds, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new UserException(
                    "the state of " + files.name() + " in " + files.folder() + " cannot be opened: " + reason(e),
                    "the folder of state.path needs to be on a local disk, writable, with some room");
        }
    }

    private static String reason(Exception e) {
        return e instanceof FileSystemException file && file.getReason() == null
                ? e.getClass().getSimpleName() + " " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    private static SqliteStateStore open(StateFiles files, InstantSource clock, Bounds bounds, StoreLock lock)
            throws IOException, SQLException {
        Replay replay = new Replay();
        boolean fresh = !Examination.finds(files);
        if (!fresh) {
            Examination examination = Examination.of(files).orThrow(files);
            fresh = examination.unborn();
            replay = examination.replay();
        }
        FileGuard.create(files.database());
        Database database = Database.openToWrite(files.database(), bounds.logPages());
        try {
            if (fresh) {
                JournalRecord first = first(1, clock, new Contents());
                database.create(first, new Contents());
                replay.take(first);
            }
            MarkFile mark = MarkFile.open(files.mark(), Mark.of(replay.last().orElseThrow()));
            return new SqliteStateStore(files, clock, bounds, lock, database, mark, replay);
        } catch (IOException | SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** The record with which a journal begins. */
    static JournalRecord first(long seq, InstantSource clock, Contents contents) {
        return JournalRecord.of(
                seq,
                clock.instant().toString(),
                JournalRecord.Kind.CHECKPOINT,
                "",
                ChangeText.ofState(contents.all()),
                0);
    }

    @Override
    public SortedMap<String, String> read(String section) {
        return contents.section(section);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException for a key or value that is no text of Unicode, or too long: a key of 1,000, a value of 1,048,576 characters
     */
    @Override
    public void write(String section, Map<String, Optional<String>> changes) {
        SortedMap<String, Optional<String>> effective = contents.effective(section, changes);
        if (effective.isEmpty()) {
            return;
        }
        SortedMap<String, Optional<String>> undo = contents.apply(section, effective);
        try {
            commit(section, effective);
        } catch (SQLException e) {
            contents.apply(section, undo);
            throw new UncheckedIOException(new IOException(
                    "the state in " + files.database() + " could not be written: " + e.getMessage(), e));
        }
        try {
            mark.write(Mark.of(last));
        } catch (IOException e) {
            // The change is kept; only a later loss of it could go unseen.
            if (!markFailed) {
                log.warn("{} could not be written: {}", files.mark(), e.getMessage());
                markFailed = true;
            }
        }
    }

    private void commit(String section, SortedMap<String, Optional<String>> changes) throws SQLException {
        String time = clock.instant().toString();
        String content = ChangeText.ofChange(changes);
        JournalRecord change = last.next(time, JournalRecord.Kind.CHANGE, section, content);
        List<JournalRecord> lines = new ArrayList<>(List.of(change));
        long forgetBefore = 0;
        if (records + 1 >= bounds.records() || bytes + content.length() >= bounds.bytes()) {
            String whole = ChangeText.ofState(contents.all());
            if (records + 1 >= bounds.records() || bytes + content.length() >= whole.length()) {
                lines.add(change.next(time, JournalRecord.Kind.CHECKPOINT, "", whole));
                forgetBefore = checkpoint;
            }
        }
        database.commit(new Database.Change(section, changes, lines, forgetBefore));
        last = lines.getLast();
        if (last.kind() == JournalRecord.Kind.CHECKPOINT) {
            checkpoint = last.seq();
            records = 0;
            bytes = 0;
        } else {
            records++;
            bytes += content.length();
        }
    }

    @Override
    public void close() {
        try (lock;
                mark) {
            database.close();
        } catch (IOException | SQLException e) {
            // All that was confirmed is on the disk already.
            log.warn("{} was not closed well: {}", files.database(), e.getMessage());
        }
    }
}
