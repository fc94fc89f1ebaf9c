package io.metaexpert.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * One line of the journal. Immutable.
 *
 * @param seq 1, 2, 3 without holes
 * @param time when it was written, ISO 8601 in UTC
 * @param section whose values it changes; empty for a checkpoint
 * @param content what it changes, or the whole state, as JSON; see {@link ChangeText}
 * @param previous the checksum of the line before, 0 for the first
 * @param checksum CRC32C of all the others, so that the lines are a chain
 */
record JournalRecord(long seq, String time, Kind kind, String section, String content, long previous, long checksum) {
    enum Kind {
        /** Some values of one section. */
        CHANGE,
        /** All values of all sections: replaying may begin here. */
        CHECKPOINT
    }

    static JournalRecord of(long seq, String time, Kind kind, String section, String content, long previous) {
        return new JournalRecord(
                seq, time, kind, section, content, previous, sum(seq, time, kind, section, content, previous));
    }

    /** The line after this one. */
    JournalRecord next(String time, Kind kind, String section, String content) {
        return of(seq + 1, time, kind, section, content, checksum);
    }

    boolean isSound() {
        return checksum == sum(seq, time, kind, section, content, previous);
    }

    boolean follows(JournalRecord before) {
        return seq == before.seq + 1 && previous == before.checksum;
    }

    private static long sum(long seq, String time, Kind kind, String section, String content, long previous) {
        CRC32C crc = new CRC32C();
        add(crc, seq);
        add(crc, previous);
        add(crc, time);
        add(crc, kind.name());
        add(crc, section);
        add(crc, content);
        return crc.getValue();
    }

    /** Of texts that belong together; their lengths count, so that none can lend a letter to its neighbour. */
    static long sum(String... texts) {
        CRC32C crc = new CRC32C();
        for (String text : texts) {
            add(crc, text);
        }
        return crc.getValue();
    }

    private static void add(CRC32C crc, long number) {
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private static void add(CRC32C crc, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(crc, bytes.length);
        crc.update(bytes);
    }
}
