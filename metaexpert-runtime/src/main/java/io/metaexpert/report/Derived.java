package io.metaexpert.report;

import io.metaexpert.analysis.Analysis;
import java.util.Optional;

/**
 * What is computed from a run, once for all of its files.
 *
 * @param points of the equity curve
 * @param margin empty for spot
 */
record Derived(Analysis analysis, EquityPoints points, Optional<MarginUse> margin, ExposureUse exposure) {
    static Derived of(RunRecord run, Analysis analysis, EquityPoints points) {
        return new Derived(analysis, points, MarginUse.ofDerivatives(run), ExposureUse.of(run));
    }
}
