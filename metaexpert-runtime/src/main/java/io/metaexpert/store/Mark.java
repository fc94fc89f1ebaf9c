package io.metaexpert.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The change that was confirmed last. SQLite takes a damaged end of its log for one that was never finished, and silently goes back to an older
 * state; this tells that there was a newer one.
 *
 * @param seq of the journal
 * @param checksum of that record
 */
record Mark(long seq, long checksum) {
    /** Of one mark in the file; two lie there, written in turn. */
    static final int BYTES = 64;

    private static final Pattern TEXT = Pattern.compile("seq=(\\d{19}) crc=([0-9a-f]{8}) check=([0-9a-f]{8}) *\n");

    static Mark of(JournalRecord last) {
        return new Mark(last.seq(), last.checksum());
    }

    /** {@link #BYTES} characters of ASCII. */
    String text() {
        String content = "seq=%019d crc=%08x".formatted(seq, checksum);
        return "%-63s\n".formatted(content + " check=%08x".formatted(JournalRecord.sum(content)));
    }

    /** Empty where it is not what {@link #text} writes. */
    static Optional<Mark> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Mark mark = new Mark(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2), 16));
            return Optional.of(mark).filter(it -> it.text().equals(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
