package io.metaexpert.store;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Builds the state out of the journal, record by record. Used on one thread. */
final class Replay {
    private Contents contents = new Contents();
    private Optional<JournalRecord> last = Optional.empty();
    private long lastCheckpoint;
    private long records;
    private long bytes;

    /** What is wrong with a record as the next one; empty when nothing is, and then it has been taken. */
    Optional<String> take(JournalRecord record) {
        if (!record.isSound()) {
            return Optional.of("record " + record.seq() + " of the journal is damaged");
        }
        if (last.isPresent() && !record.follows(last.get())) {
            return Optional.of("record " + record.seq() + " of the journal does not follow record "
                    + last.get().seq());
        }
        if (last.isEmpty() && record.kind() != JournalRecord.Kind.CHECKPOINT) {
            return Optional.of("the journal begins with record " + record.seq() + ", which is no checkpoint");
        }
        try {
            switch (record.kind()) {
                case CHANGE -> contents.apply(record.section(), ChangeText.change(record.content()));
                case CHECKPOINT -> contents = Contents.of(ChangeText.state(record.content()));
            }
        } catch (UncheckedIOException notOurs) {
            return Optional.of("record " + record.seq() + " of the journal is no change that this MetaExpert knows");
        }
        count(record);
        last = Optional.of(record);
        return Optional.empty();
    }

    private void count(JournalRecord record) {
        if (record.kind() == JournalRecord.Kind.CHECKPOINT) {
            lastCheckpoint = record.seq();
            records = 0;
            bytes = 0;
        } else {
            records++;
            bytes += record.content().length();
        }
    }

    /** The longest chain of sound records, that which reaches furthest; empty when not one checkpoint is whole. */
    static Replay ofBest(List<JournalRecord> records) {
        Replay best = new Replay();
        Replay run = new Replay();
        for (JournalRecord record : records) {
            if (run.take(record).isPresent()) {
                run = new Replay();
                if (run.take(record).isPresent()) {
                    continue;
                }
            }
            if (run.reach() > best.reach()) {
                best = run;
            }
        }
        return best;
    }

    private long reach() {
        return last.map(JournalRecord::seq).orElse(0L);
    }

    Contents contents() {
        return contents;
    }

    Optional<JournalRecord> last() {
        return last;
    }

    /** The number of the last checkpoint, 0 when there is none. */
    long lastCheckpoint() {
        return lastCheckpoint;
    }

    /** Changes since the last checkpoint. */
    long records() {
        return records;
    }

    /** Their length, in characters. */
    long bytes() {
        return bytes;
    }
}
