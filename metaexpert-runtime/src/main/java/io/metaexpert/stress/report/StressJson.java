package io.metaexpert.stress.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.stress.run.Outcome;
import io.metaexpert.stress.run.RunResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes what a stress test came to for programs. What is not defined is null. */
final class StressJson {
    private static final int VERSION = 1;

    private final JsonGenerator json;

    private StressJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(StressReport report, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            new StressJson(json).write(report);
        }
    }

    private void write(StressReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeNumberField("seed", report.options().seed());
        json.writeStringField("limits", report.limits());
        json.writeBooleanField("holds", report.holds());
        checks(report.checks());
        tallies("families", report.groups());
        tallies("strategies", report.traders());
        tallies("halves", List.of(report.tuned(), report.heldOut()));
        json.writeFieldName("all");
        tally(report.all());
        calm(report.calm());
        json.writeArrayFieldStart("worst");
        for (Outcome outcome : report.worst()) {
            outcome(outcome);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void checks(List<Check> checks) throws IOException {
        json.writeArrayFieldStart("claim");
        for (Check check : checks) {
            json.writeStartObject();
            json.writeStringField("name", check.name());
            json.writeBooleanField("holds", check.holds());
            json.writeStringField("wanted", check.wanted());
            json.writeStringField("found", check.found());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tallies(String key, List<Tally> tallies) throws IOException {
        json.writeArrayFieldStart(key);
        for (Tally tally : tallies) {
            tally(tally);
        }
        json.writeEndArray();
    }

    private void tally(Tally tally) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", tally.name());
        json.writeNumberField("scenarios", tally.scenarios());
        json.writeNumberField("inPosition", tally.inPosition());
        json.writeNumberField("strict", tally.strict());
        json.writeNumberField("fair", tally.fair());
        json.writeNumberField("capViolations", tally.caps());
        json.writeNumberField("strictWithoutLimits", tally.freeStrict());
        number("upper95", tally.upper());
        number("worstUse", tally.worstUse());
        number("worstUseWithoutLimits", tally.worstFreeUse());
        counts("uses", tally.limited());
        counts("usesWithoutLimits", tally.free());
        json.writeEndObject();
    }

    /** By tenths of the limit; the last is all above 2. */
    private void counts(String key, Histogram histogram) throws IOException {
        json.writeFieldName(key);
        json.writeArray(histogram.counts(), 0, Histogram.STEPS);
    }

    private void calm(CalmFigures calm) throws IOException {
        json.writeObjectFieldStart("calm");
        json.writeNumberField("scenarios", calm.all());
        number("exposure", calm.exposure());
        number("leastExposure", calm.leastExposure());
        number("size", calm.size());
        number("sizeWithoutLimits", calm.freeSize());
        number("profit", calm.profit());
        number("profitWithoutLimits", calm.freeProfit());
        json.writeEndObject();
    }

    private void outcome(Outcome outcome) throws IOException {
        RunResult limited = outcome.limited();
        json.writeStartObject();
        json.writeStringField("scenario", outcome.scenario().id().toString());
        json.writeStringField("strategy", outcome.scenario().trader().key());
        number("use", limited.worstUse());
        number("useWithoutLimits", outcome.free().worstUse());
        json.writeBooleanField("strict", limited.strict());
        json.writeBooleanField("fair", limited.fair());
        json.writeBooleanField("aboveStressCap", limited.aboveCap());
        json.writeArrayFieldStart("capViolations");
        for (String cap : limited.caps()) {
            json.writeString(cap);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }
}
