package io.metaexpert.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes and whole states as JSON: an object of texts, null where a value is removed; an object of such objects by section. */
final class ChangeText {
    private static final JsonFactory JSON = new JsonFactory();

    private ChangeText() {}

    static String ofChange(SortedMap<String, Optional<String>> changes) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, Optional<String>> each : changes.entrySet()) {
                json.writeFieldName(each.getKey());
                if (each.getValue().isPresent()) {
                    json.writeString(each.getValue().get());
                } else {
                    json.writeNull();
                }
            }
            json.writeEndObject();
        });
    }

    static String ofState(SortedMap<String, SortedMap<String, String>> sections) {
        return write(json -> {
            json.writeStartObject();
            for (Map.Entry<String, SortedMap<String, String>> section : sections.entrySet()) {
                json.writeObjectFieldStart(section.getKey());
                for (Map.Entry<String, String> each : section.getValue().entrySet()) {
                    json.writeStringField(each.getKey(), each.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    /** @throws UncheckedIOException when it is not what {@link #ofChange} writes */
    static SortedMap<String, Optional<String>> change(String text) {
        return read(text, ChangeText::values);
    }

    /** @throws UncheckedIOException when it is not what {@link #ofState} writes */
    static SortedMap<String, SortedMap<String, String>> state(String text) {
        return read(text, json -> {
            SortedMap<String, SortedMap<String, String>> sections = new TreeMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String section = json.currentName();
                json.nextToken();
                SortedMap<String, String> present = new TreeMap<>();
                values(json).forEach((key, value) -> value.ifPresent(it -> present.put(key, it)));
                sections.put(section, present);
            }
            return sections;
        });
    }

    private static SortedMap<String, Optional<String>> values(JsonParser json) throws IOException {
        SortedMap<String, Optional<String>> values = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            boolean gone = json.nextToken() == JsonToken.VALUE_NULL;
            values.put(key, gone ? Optional.empty() : Optional.of(json.getText()));
        }
        return values;
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    private static String write(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new IllegalStateException("a string takes any text", impossible);
        }
        return text.toString();
    }

    private static <T> T read(String text, Reading<T> reading) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object: " + text);
            }
            return reading.from(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
