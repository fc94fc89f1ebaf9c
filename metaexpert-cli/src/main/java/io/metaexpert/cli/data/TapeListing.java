package io.metaexpert.cli.data;

import static io.metaexpert.cli.data.Listing.count;
import static io.metaexpert.cli.data.Listing.line;

import io.metaexpert.market.TapeQuality;
import java.io.PrintWriter;
import java.util.Locale;

/** Ticks and depth of a dataset, for people. */
final class TapeListing {
    private TapeListing() {}

    static void details(TapeQuality tape, PrintWriter out) {
        out.println();
        line(
                out,
                "ticks",
                "%s: %s trades, %s quotes".formatted(count(tape.ticks()), count(tape.trades()), count(tape.quotes())));
        line(out, "from", tape.from());
        line(out, "to", tape.to());
        line(out, "late", late(tape));
        line(out, "out of order", count(tape.outOfOrder()));
        line(out, "lost trades", count(tape.missingTrades()));
        line(out, "crossed", count(tape.crossedQuotes()));
        line(out, "left out", count(tape.leftOut()) + " messages of other kinds");
        line(out, "content", tape.contentHash());
        if (tape.depth().updates() > 0) {
            depth(tape.depth(), out);
        }
    }

    private static String late(TapeQuality tape) {
        return String.format(Locale.ROOT, "%,d messages, by %,d ms at most", tape.late(), tape.longestLateMs());
    }

    private static void depth(TapeQuality.Depth depth, PrintWriter out) {
        line(
                out,
                "depth",
                "%s updates, %s of them snapshots; %s levels"
                        .formatted(count(depth.updates()), count(depth.snapshots()), count(depth.levels())));
        line(out, "book gaps", count(depth.gaps()));
        line(out, "book wrong", count(depth.wrong()));
        line(out, "without book", count(depth.withoutBook()) + " updates");
    }
}
