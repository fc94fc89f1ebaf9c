package io.metaexpert.simulate;

/** How orders meet what lies within a bar, after its open. */
sealed interface BarWalk permits WholeBar, PathWalk {
    /** Lets the orders meet a bar, or a part of one; its open they have met already. */
    void within(Matcher matcher, Span span);

    /** The walk of a model. */
    static BarWalk of(FillSettings settings, PathChoice choice) {
        boolean path = settings.model() == FillModel.OHLC_PATH || settings.assumption() == Assumption.NEUTRAL;
        return path ? new PathWalk(choice) : new WholeBar(settings.assumption() == Assumption.OPTIMISTIC);
    }
}
