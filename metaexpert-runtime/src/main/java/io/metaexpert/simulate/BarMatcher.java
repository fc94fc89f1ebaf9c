package io.metaexpert.simulate;

import io.metaexpert.market.Bars;
import org.jspecify.annotations.Nullable;

/**
 * Lets the orders of one instrument meet its bars. A bar in which something arrives or expires is cut there: what was in the market before
 * meets the first part, the rest meets both. Engine thread only.
 */
final class BarMatcher {
    private final Matcher matcher;
    private final OrderEntry entry;
    private final BarWalk walk;
    private final PathChoice choice;
    private final @Nullable VolumeShare share;
    private final Span span;
    private final Span head;

    BarMatcher(Matcher matcher, Execution execution, FillSettings settings) {
        this.matcher = matcher;
        this.entry = new OrderEntry(matcher, execution, (order, timeMs) -> {});
        this.choice = new PathChoice(settings.assumption(), settings.seed());
        this.walk = BarWalk.of(settings, choice);
        this.share = VolumeShare.of(settings, matcher.market.instrument);
        this.span = new Span(matcher.market.instrument);
        this.head = new Span(matcher.market.instrument);
    }

    OrderEntry entry() {
        return entry;
    }

    void onBar(Bars bars, int i) {
        entry.shown(bars, i);
        if (matcher.isEmpty() && entry.nextMs() == Agenda.NEVER) {
            return;
        }
        long openMs = bars.openTimeMs(i);
        if (entry.nextMs() <= openMs) {
            entry.happen(openMs);
        }
        matcher.begin(share == null ? null : share.of(bars.volume(i), bars.close(i)));
        matcher.point(bars.open(i), openMs);
        matcher.reactAt(bars.open(i), openMs);
        if (matcher.isEmpty() && entry.nextMs() == Agenda.NEVER) {
            // Market orders alone, as at most bars that have any.
            return;
        }
        span.set(bars, i);
        if (entry.hasBefore(span.closeMs)) {
            inParts();
        }
        walk.within(matcher, span);
        matcher.settle();
    }

    private void inParts() {
        span.draw(choice.highFirst(span, matcher.market.held.signum()));
        while (entry.hasBefore(span.closeMs)) {
            long cutMs = entry.nextMs();
            span.cut(cutMs, head);
            walk.within(matcher, head);
            matcher.settle();
            entry.happen(cutMs);
            matcher.point(span.open, cutMs);
            matcher.reactAt(span.open, cutMs);
        }
    }
}
