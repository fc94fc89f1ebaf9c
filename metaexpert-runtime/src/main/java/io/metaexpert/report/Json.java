package io.metaexpert.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes JSON the way reports do: times ISO-8601, money as text, undefined numbers as null. A report of a year has half a million
 * fields, so they go straight into bytes. Who calls it sees to it that objects hold fields and arrays hold items.
 */
final class Json implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Of one escaped character. */
    private static final int MAX_ESCAPE = 6;

    private final OutputStream out;
    private final boolean lines;
    private final TimeText times = new TimeText();
    private final DecimalDigits digits = new DecimalDigits();
    private final Map<String, JsonField> fields = new HashMap<>();
    private final byte[] buffer = new byte[BUFFER];
    private int fill;
    private int depth;
    private boolean first = true;

    private Json(OutputStream out, boolean lines) {
        this.out = out;
        this.lines = lines;
    }

    /** One line per top-level key and per element of a top-level array, so that two reports can be compared by line. */
    static Json lines(OutputStream out) {
        return new Json(out, true);
    }

    /** JSON that may stand inside a script element: no character in it can end the element. Leaves {@code out} open. */
    static Json forScript(OutputStream out) {
        return new Json(out, false);
    }

    void startObject() throws IOException {
        separate();
        start('{');
    }

    void startObject(String key) throws IOException {
        name(key);
        start('{');
    }

    void endObject() throws IOException {
        end('}');
    }

    void startArray() throws IOException {
        separate();
        start('[');
    }

    void startArray(String key) throws IOException {
        name(key);
        start('[');
    }

    void endArray() throws IOException {
        end(']');
    }

    void text(String key, String value) throws IOException {
        JsonField field = field(key);
        int known = field.find(value);
        if (known < 0) {
            member(field.name());
            quoted(value);
        } else {
            byte[] member = field.member(known);
            member(member.length == 0 ? field.keep(known, escaped(value)) : member);
        }
    }

    void number(String key, long value) throws IOException {
        name(key);
        whole(value);
    }

    void flag(String key, boolean value) throws IOException {
        name(key);
        ascii(value ? "true" : "false");
    }

    void undefined(String key) throws IOException {
        name(key);
        ascii("null");
    }

    void ratio(String key, double value) throws IOException {
        name(key);
        plain(value);
    }

    void money(String key, double value) throws IOException {
        name(key);
        if (Double.isFinite(value)) {
            quoted(NumberText.plain(value));
        } else {
            ascii("null");
        }
    }

    void decimal(String key, BigDecimal value) throws IOException {
        name(key);
        quoted(value);
    }

    void time(String key, long timeMs) throws IOException {
        name(key);
        int length = times.set(timeMs);
        char[] chars = times.chars();
        require(length + 2);
        buffer[fill++] = '"';
        for (int i = 0; i < length; i++) {
            buffer[fill++] = (byte) chars[i];
        }
        buffer[fill++] = '"';
    }

    void time(String key, Instant value) throws IOException {
        long timeMs = value.toEpochMilli();
        if (Instant.ofEpochMilli(timeMs).equals(value)) {
            time(key, timeMs);
        } else {
            text(key, value.toString());
        }
    }

    void texts(String key, Iterable<String> values) throws IOException {
        startArray(key);
        for (String value : values) {
            item(value);
        }
        endArray();
    }

    void texts(String key, Map<String, String> values) throws IOException {
        startObject(key);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            text(entry.getKey(), entry.getValue());
        }
        endObject();
    }

    void item(String value) throws IOException {
        separate();
        quoted(value);
    }

    /** A number, with all its digits. */
    void item(BigDecimal value) throws IOException {
        separate();
        require(DecimalDigits.MAX_BYTES);
        int end = digits.put(value, buffer, fill);
        if (end < 0) {
            ascii(value.toPlainString());
        } else {
            fill = end;
        }
    }

    /** A decimal as text, as it is where a field is a {@link #decimal}. */
    void textItem(BigDecimal value) throws IOException {
        separate();
        quoted(value);
    }

    void item(long value) throws IOException {
        separate();
        whole(value);
    }

    void item(double value) throws IOException {
        separate();
        plain(value);
    }

    private void whole(long value) throws IOException {
        if (value <= -DecimalDigits.PART || value >= DecimalDigits.PART) {
            ascii(Long.toString(value));
            return;
        }
        require(DecimalDigits.MAX_BYTES);
        fill = digits.put(value, buffer, fill);
    }

    /** Whole numbers, above all times, have a short way: the one by way of a double's text is long. */
    private void plain(double value) throws IOException {
        if (DecimalDigits.isWhole(value)) {
            whole((long) value);
            return;
        }
        ascii(Double.isFinite(value) ? NumberText.plain(value) : "null");
    }

    private void start(char bracket) throws IOException {
        require(1);
        buffer[fill++] = (byte) bracket;
        depth++;
        first = true;
    }

    private void end(char bracket) throws IOException {
        require(2);
        line();
        depth--;
        first = false;
        buffer[fill++] = (byte) bracket;
    }

    private void name(String key) throws IOException {
        member(field(key).name());
    }

    private JsonField field(String key) {
        JsonField field = fields.get(key);
        if (field == null) {
            field = new JsonField(escaped(key));
            fields.put(key, field);
        }
        return field;
    }

    private void member(byte[] bytes) throws IOException {
        separate();
        write(bytes);
    }

    private void separate() throws IOException {
        require(2);
        if (!first) {
            buffer[fill++] = ',';
        }
        first = false;
        if (depth > 0) {
            line();
        }
    }

    /** A new line before what is at most two levels deep. */
    private void line() {
        if (lines && depth <= 2) {
            buffer[fill++] = '\n';
        }
    }

    private void quoted(BigDecimal value) throws IOException {
        require(DecimalDigits.MAX_BYTES + 2);
        buffer[fill] = '"';
        int end = digits.put(value, buffer, fill + 1);
        if (end < 0) {
            quoted(value.toPlainString());
        } else {
            buffer[end] = '"';
            fill = end + 1;
        }
    }

    private void quoted(String value) throws IOException {
        int length = value.length();
        if (length > BUFFER / 2) {
            write(escaped(value).getBytes(StandardCharsets.UTF_8));
            return;
        }
        require(length + 2);
        int at = fill;
        buffer[at++] = '"';
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c > '~' || isEscaped(c)) {
                write(escaped(value).getBytes(StandardCharsets.UTF_8));
                return;
            }
            buffer[at++] = (byte) c;
        }
        buffer[at++] = '"';
        fill = at;
    }

    private boolean isEscaped(char c) {
        return c < ' ' || c == '"' || c == '\\' || (!lines && (c == '<' || c == '>' || c == '&'));
    }

    /** In quotes. */
    private String escaped(String value) {
        StringBuilder text = new StringBuilder(value.length() + MAX_ESCAPE).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isEscaped(c)) {
                text.append(c);
                continue;
            }
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> text.append("\\u00%02X".formatted((int) c));
            }
        }
        return text.append('"').toString();
    }

    private void ascii(String value) throws IOException {
        int length = value.length();
        require(length);
        for (int i = 0; i < length; i++) {
            buffer[fill++] = (byte) value.charAt(i);
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER) {
            flush();
            out.write(bytes);
            return;
        }
        require(bytes.length);
        System.arraycopy(bytes, 0, buffer, fill, bytes.length);
        fill += bytes.length;
    }

    private void require(int bytes) throws IOException {
        if (BUFFER - fill < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, fill);
        fill = 0;
    }

    @Override
    public void close() throws IOException {
        flush();
        if (lines) {
            out.close();
        }
    }
}
