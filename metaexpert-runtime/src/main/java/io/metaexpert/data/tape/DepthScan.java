package io.metaexpert.data.tape;

import io.metaexpert.market.TapeQuality;
import io.metaexpert.market.book.BookChange;
import io.metaexpert.market.book.DepthBook;
import io.metaexpert.market.book.DepthUpdates;
import io.metaexpert.market.book.SequenceRule;

/** Builds the book once, to tell what is wrong with the depth updates. */
final class DepthScan {
    private DepthScan() {}

    static TapeQuality.Depth of(DepthUpdates depth, SequenceRule rule) {
        DepthBook book = new DepthBook(rule);
        long snapshots = 0;
        long gaps = 0;
        long wrong = 0;
        long withoutBook = 0;
        for (int i = 0; i < depth.size(); i++) {
            BookChange change = book.apply(depth, i);
            snapshots += depth.isSnapshot(i) ? 1 : 0;
            gaps += change == BookChange.GAP ? 1 : 0;
            wrong += change == BookChange.CROSSED || change == BookChange.MALFORMED ? 1 : 0;
            withoutBook += book.isValid() ? 0 : 1;
        }
        long levels = depth.size() == 0 ? 0 : depth.endLevel(depth.size() - 1);
        return new TapeQuality.Depth(depth.size(), snapshots, levels, gaps, wrong, withoutBook);
    }
}
