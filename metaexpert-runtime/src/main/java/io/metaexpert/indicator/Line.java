package io.metaexpert.indicator;

/** A further line of an indicator that has several; its owner pushes the values. */
final class Line extends Indicator {
    Line(int readyAfterBars) {
        super(readyAfterBars);
    }

    @Override
    protected double next(Series series) {
        throw new IllegalStateException("a line is updated by the indicator it belongs to");
    }
}
