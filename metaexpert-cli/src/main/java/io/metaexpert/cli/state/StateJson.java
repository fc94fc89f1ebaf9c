package io.metaexpert.cli.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.store.SavedState;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.SortedMap;

/** A state for programs. */
final class StateJson {
    private StateJson() {}

    static String text(SavedState saved) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            write(json, saved);
        } catch (IOException impossible) {
            throw new IllegalStateException("a string takes any text", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, SavedState saved) throws IOException {
        json.writeStartObject();
        json.writeStringField("strategy", saved.files().name());
        json.writeStringField("file", saved.files().database().toString());
        json.writeNumberField("changes", saved.changes());
        json.writeStringField("time", saved.time());
        if (saved.process().isPresent()) {
            json.writeNumberField("process", saved.process().get());
        }
        json.writeObjectFieldStart("sections");
        for (Map.Entry<String, SortedMap<String, String>> section :
                saved.sections().entrySet()) {
            json.writeObjectFieldStart(section.getKey());
            for (Map.Entry<String, String> each : section.getValue().entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
