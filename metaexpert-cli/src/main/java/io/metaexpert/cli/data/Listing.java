package io.metaexpert.cli.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.data.Dataset;
import io.metaexpert.data.QualityJson;
import io.metaexpert.market.DataQuality;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** Datasets for people and for programs. */
final class Listing {
    private Listing() {}

    static void table(List<Dataset> datasets, PrintWriter out) {
        out.printf(
                "%-28s %-11s %-9s %11s  %-20s  %-20s  %11s  %s%n",
                "NAME", "SYMBOL", "TIMEFRAME", "BARS", "FROM", "TO", "TICKS", "");
        for (Dataset dataset : datasets) {
            DataQuality quality = dataset.quality();
            out.printf(
                    Locale.ROOT,
                    "%-28s %-11s %-9s %,11d  %-20s  %-20s  %11s  %s%n",
                    dataset.name(),
                    dataset.symbol(),
                    quality.timeframe(),
                    quality.bars(),
                    quality.from(),
                    quality.to(),
                    dataset.tape().map(tape -> count(tape.ticks())).orElse(""),
                    quality.synthetic() ? "synthetic" : depth(dataset));
        }
    }

    private static String kind(Dataset dataset) {
        if (dataset.quality().synthetic()) {
            return "SYNTHETIC, not market data";
        }
        return dataset.tape()
                .map(tape -> tape.quotes() + tape.depth().updates() > 0 ? "recording" : "trades")
                .orElse("bars");
    }

    private static String depth(Dataset dataset) {
        return dataset.tape().filter(tape -> tape.depth().updates() > 0).isPresent() ? "with depth" : "";
    }

    static void details(Dataset dataset, PrintWriter out) {
        DataQuality quality = dataset.quality();
        line(out, "name", dataset.name());
        line(out, "symbol", dataset.symbol().isEmpty() ? "not known" : dataset.symbol());
        line(out, "source", quality.source());
        line(out, "kind", kind(dataset));
        line(out, "timeframe", quality.timeframe());
        line(out, "bars", count(quality.bars()));
        line(out, "from", quality.from());
        line(out, "to", quality.to());
        line(out, "missing", missing(quality));
        line(out, "filled", count(quality.filled()));
        line(out, "duplicates", count(quality.duplicates()));
        line(out, "out of order", count(quality.outOfOrder()));
        line(out, "OHLC wrong", count(quality.ohlcViolations()));
        line(out, "bad prices", count(quality.badPrices()));
        line(out, "content", quality.contentHash());
        quality.notes().forEach(note -> line(out, "note", note));
        dataset.tape().ifPresent(tape -> TapeListing.details(tape, out));
    }

    static void line(PrintWriter out, String name, Object value) {
        out.printf("%-13s %s%n", name, value);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String missing(DataQuality quality) {
        return String.format(
                Locale.ROOT,
                "%,d bars (%.2f %%) in %,d gaps, the longest %,d bars",
                quality.missing(),
                100.0 * quality.missing() / (quality.bars() + quality.missing()),
                quality.gaps(),
                quality.longestGap());
    }

    static String json(List<Dataset> datasets) {
        return write(json -> {
            json.writeStartArray();
            for (Dataset dataset : datasets) {
                object(json, dataset);
            }
            json.writeEndArray();
        });
    }

    static String json(Dataset dataset) {
        return write(json -> object(json, dataset));
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String write(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            content.write(json);
        } catch (IOException impossible) {
            throw new IllegalStateException("a string takes any text", impossible);
        }
        return text.toString();
    }

    private static void object(JsonGenerator json, Dataset dataset) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", dataset.name());
        json.writeStringField("symbol", dataset.symbol());
        json.writeNumberField("trades", dataset.trades());
        QualityJson.write(json, dataset.quality());
        if (dataset.tape().isPresent()) {
            QualityJson.writeTape(json, dataset.tape().get());
        }
        json.writeEndObject();
    }
}
