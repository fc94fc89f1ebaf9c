package io.metaexpert.data;

import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.TapeQuality;
import java.io.IOException;

/** {@link DataQuality} and {@link TapeQuality} as JSON. */
public final class QualityJson {
    private QualityJson() {}

    /** Writes the fields into the object that is open. */
    public static void write(JsonGenerator json, DataQuality quality) throws IOException {
        json.writeStringField("source", quality.source());
        json.writeBooleanField("synthetic", quality.synthetic());
        json.writeStringField("contentHash", quality.contentHash());
        json.writeStringField("timeframe", quality.timeframe().toString());
        json.writeNumberField("bars", quality.bars());
        json.writeStringField("from", quality.from().toString());
        json.writeStringField("to", quality.to().toString());
        json.writeNumberField("missing", quality.missing());
        json.writeNumberField("gaps", quality.gaps());
        json.writeNumberField("longestGap", quality.longestGap());
        json.writeNumberField("filled", quality.filled());
        json.writeNumberField("duplicates", quality.duplicates());
        json.writeNumberField("outOfOrder", quality.outOfOrder());
        json.writeNumberField("ohlcViolations", quality.ohlcViolations());
        json.writeNumberField("badPrices", quality.badPrices());
        json.writeArrayFieldStart("notes");
        for (String note : quality.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
    }

    /** Writes the field {@code tape} into the object that is open. */
    public static void writeTape(JsonGenerator json, TapeQuality quality) throws IOException {
        json.writeObjectFieldStart("tape");
        json.writeStringField("contentHash", quality.contentHash());
        json.writeNumberField("ticks", quality.ticks());
        json.writeNumberField("trades", quality.trades());
        json.writeNumberField("quotes", quality.quotes());
        json.writeStringField("from", quality.from().toString());
        json.writeStringField("to", quality.to().toString());
        json.writeNumberField("missingTrades", quality.missingTrades());
        json.writeNumberField("crossedQuotes", quality.crossedQuotes());
        json.writeNumberField("late", quality.late());
        json.writeNumberField("longestLateMs", quality.longestLateMs());
        json.writeNumberField("outOfOrder", quality.outOfOrder());
        json.writeNumberField("leftOut", quality.leftOut());
        json.writeNumberField("depthUpdates", quality.depth().updates());
        json.writeNumberField("depthSnapshots", quality.depth().snapshots());
        json.writeNumberField("depthLevels", quality.depth().levels());
        json.writeNumberField("bookGaps", quality.depth().gaps());
        json.writeNumberField("bookWrong", quality.depth().wrong());
        json.writeNumberField("updatesWithoutBook", quality.depth().withoutBook());
        json.writeEndObject();
    }
}
