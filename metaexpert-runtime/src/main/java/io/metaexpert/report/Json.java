package io.metaexpert.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON the way reports do: times ISO-8601, money as text, undefined numbers as null. */
final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;
    private final TimeText times = new TimeText();

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** One line per top-level key and per element of a top-level array, so that two reports can be compared by line. */
    static Json lines(OutputStream out) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(out);
        generator.setPrettyPrinter(new Lines());
        return new Json(generator);
    }

    /** JSON that may stand inside a script element: no character in it can end the element. Leaves {@code out} open. */
    static JsonGenerator forScript(OutputStream out) throws IOException {
        JsonGenerator generator = FACTORY.createGenerator(out);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setCharacterEscapes(new ScriptEscapes());
        return generator;
    }

    JsonGenerator generator() {
        return generator;
    }

    void startObject() throws IOException {
        generator.writeStartObject();
    }

    void startObject(String key) throws IOException {
        generator.writeObjectFieldStart(key);
    }

    void endObject() throws IOException {
        generator.writeEndObject();
    }

    void startArray(String key) throws IOException {
        generator.writeArrayFieldStart(key);
    }

    void endArray() throws IOException {
        generator.writeEndArray();
    }

    void text(String key, String value) throws IOException {
        generator.writeStringField(key, value);
    }

    void number(String key, long value) throws IOException {
        generator.writeNumberField(key, value);
    }

    void flag(String key, boolean value) throws IOException {
        generator.writeBooleanField(key, value);
    }

    void ratio(String key, double value) throws IOException {
        generator.writeFieldName(key);
        if (Double.isFinite(value)) {
            generator.writeNumber(NumberText.plain(value));
        } else {
            generator.writeNull();
        }
    }

    void money(String key, double value) throws IOException {
        generator.writeFieldName(key);
        if (Double.isFinite(value)) {
            generator.writeString(NumberText.plain(value));
        } else {
            generator.writeNull();
        }
    }

    void decimal(String key, BigDecimal value) throws IOException {
        generator.writeStringField(key, plain(value));
    }

    /** Without an exponent. A decimal keeps its {@code toString()}, and the same ones come several times in a report. */
    private static String plain(BigDecimal value) {
        boolean same = value.scale() >= 0 && value.scale() - value.precision() < 6;
        return same ? value.toString() : value.toPlainString();
    }

    void time(String key, long timeMs) throws IOException {
        generator.writeFieldName(key);
        generator.writeString(times.chars(), 0, times.set(timeMs));
    }

    void time(String key, Instant value) throws IOException {
        long timeMs = value.toEpochMilli();
        if (value.equals(Instant.ofEpochMilli(timeMs))) {
            time(key, timeMs);
        } else {
            generator.writeStringField(key, value.toString());
        }
    }

    void texts(String key, Iterable<String> values) throws IOException {
        startArray(key);
        for (String value : values) {
            generator.writeString(value);
        }
        endArray();
    }

    void texts(String key, Map<String, String> values) throws IOException {
        startObject(key);
        for (Map.Entry<String, String> entry : values.entrySet()) {
            generator.writeStringField(entry.getKey(), entry.getValue());
        }
        endObject();
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }

    private static final class ScriptEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_STANDARD;
            codes['>'] = ESCAPE_STANDARD;
            codes['&'] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null;
        }
    }

    /** A new line before what is at most two levels deep. */
    private static final class Lines extends MinimalPrettyPrinter {
        private static final long serialVersionUID = 1L;
        private int depth;

        @Override
        public void writeStartObject(JsonGenerator g) throws IOException {
            super.writeStartObject(g);
            depth++;
        }

        @Override
        public void writeEndObject(JsonGenerator g, int entries) throws IOException {
            close(g);
            super.writeEndObject(g, entries);
        }

        @Override
        public void writeStartArray(JsonGenerator g) throws IOException {
            super.writeStartArray(g);
            depth++;
        }

        @Override
        public void writeEndArray(JsonGenerator g, int values) throws IOException {
            close(g);
            super.writeEndArray(g, values);
        }

        @Override
        public void beforeObjectEntries(JsonGenerator g) throws IOException {
            line(g);
        }

        @Override
        public void beforeArrayValues(JsonGenerator g) throws IOException {
            line(g);
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator g) throws IOException {
            super.writeObjectEntrySeparator(g);
            line(g);
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator g) throws IOException {
            super.writeArrayValueSeparator(g);
            line(g);
        }

        private void close(JsonGenerator g) throws IOException {
            line(g);
            depth--;
        }

        private void line(JsonGenerator g) throws IOException {
            if (depth <= 2) {
                g.writeRaw('\n');
            }
        }
    }
}
