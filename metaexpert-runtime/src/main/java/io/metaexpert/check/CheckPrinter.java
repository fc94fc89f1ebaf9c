package io.metaexpert.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Tells what a check came to: as text for people, as JSON for programs. */
public final class CheckPrinter {
    private static final int MOST_FINDINGS = 3;
    private static final String NOTHING = "nothing";

    private CheckPrinter() {}

    /** Prints the first findings with both versions of what differs, and all figures and notes. */
    public static void print(CheckReport report, PrintWriter out) {
        int count = report.findings().size();
        out.println(report.check() + ": " + (count == 0 ? "clean" : count == 1 ? "1 finding" : count + " findings"));
        for (Finding finding : report.findings().subList(0, Math.min(count, MOST_FINDINGS))) {
            out.println();
            print(finding, out);
        }
        if (count > MOST_FINDINGS) {
            out.println();
            out.println("and " + (count - MOST_FINDINGS) + " more; --json shows all");
        }
        out.println();
        for (Map.Entry<String, String> figure : report.figures().entrySet()) {
            out.println("  " + figure.getKey() + ": " + figure.getValue());
        }
        report.notes().forEach(note -> out.println("note: " + note));
        out.flush();
    }

    private static void print(Finding finding, PrintWriter out) {
        out.println(finding.kind() + ": " + finding.message());
        finding.cut().ifPresent(cut -> out.println("  cut: " + cut));
        finding.difference().ifPresent(difference -> {
            out.println("  handler: " + (difference.handler().isEmpty() ? "none" : difference.handler()));
            out.println("  bar: " + difference.bar().orElse("none yet"));
            out.println("  time: " + difference.time());
            out.println("  " + first(finding) + ": " + difference.first().orElse(NOTHING));
            out.println("  " + second(finding) + ": " + difference.second().orElse(NOTHING));
        });
        out.println("  hint: " + finding.hint());
    }

    private static String first(Finding finding) {
        return switch (finding.kind()) {
            case Finding.LOOK_AHEAD -> "with the real future";
            case Finding.WARM_UP -> "with more behind it";
            default -> "first run";
        };
    }

    private static String second(Finding finding) {
        return switch (finding.kind()) {
            case Finding.LOOK_AHEAD -> "with another future";
            case Finding.WARM_UP -> "after the start";
            default -> "other run";
        };
    }

    /** Prints everything as one object. */
    public static void printJson(CheckReport report, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("check", report.check());
            json.writeBooleanField("clean", report.clean());
            json.writeObjectFieldStart("figures");
            for (Map.Entry<String, String> figure : report.figures().entrySet()) {
                json.writeStringField(figure.getKey(), figure.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("notes");
            for (String note : report.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
        out.flush();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", finding.kind());
        json.writeStringField("message", finding.message());
        json.writeStringField("hint", finding.hint());
        optional(json, "cut", finding.cut().map(Object::toString));
        if (finding.difference().isPresent()) {
            Difference difference = finding.difference().get();
            json.writeStringField("time", difference.time().toString());
            json.writeStringField("handler", difference.handler());
            optional(json, "bar", difference.bar());
            optional(json, "first", difference.first());
            optional(json, "second", difference.second());
        }
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
