package io.metaexpert.store;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can still be read of a damaged file: the journal from its start and from its end, each as far as the pages can be read.
 *
 * @param replay of the best run of sound records
 * @param reached the highest number of which is known that it was written, 0 when none is
 */
record Salvage(Replay replay, long reached) {
    private static final Logger log = LoggerFactory.getLogger(Salvage.class);

    static Salvage of(StateFiles files) throws IOException {
        TreeMap<Long, JournalRecord> records = new TreeMap<>();
        if (Files.exists(files.database())) {
            for (boolean forwards : new boolean[] {true, false}) {
                collect(files, forwards, records);
            }
            Files.deleteIfExists(files.index());
        }
        List<JournalRecord> sound =
                records.values().stream().filter(JournalRecord::isSound).toList();
        Replay replay = Replay.ofBest(new ArrayList<>(records.values()));
        long highest = sound.isEmpty() ? 0 : sound.getLast().seq();
        long confirmed = MarkFile.read(files.mark()) instanceof MarkFile.Reading.Found found
                ? found.mark().seq()
                : 0;
        return new Salvage(replay, Math.max(highest, confirmed));
    }

    /** Of a record that is read twice, or that two rows claim to be, the sound one. */
    private static void collect(StateFiles files, boolean forwards, TreeMap<Long, JournalRecord> records) {
        try (Database database = Database.openToRead(files.database())) {
            database.journal(
                    forwards,
                    record -> records.merge(record.seq(), record, (one, other) -> one.isSound() ? one : other));
        } catch (SQLException e) {
            Optional<Long> end = Optional.ofNullable(records.isEmpty() ? null : records.lastKey());
            log.debug("reading {} stopped at {}: {}", files.database(), end, e.getMessage());
        }
    }
}
