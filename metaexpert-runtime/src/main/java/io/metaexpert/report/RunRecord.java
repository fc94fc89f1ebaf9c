package io.metaexpert.report;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.market.Bars;
import io.metaexpert.market.DataQuality;
import io.metaexpert.market.Instrument;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * All that a report is written from.
 *
 * @param expert the strategy's name
 * @param markets what was traded, first symbol first
 * @param intrabar what rests on the order of prices within bars
 * @param limits what the limits did
 * @param config every key in effect, flat ({@code market.type}), as text
 * @param notes what a reader must know, one sentence each
 * @param partial whether the run was stopped before the end of the data
 */
public record RunRecord(
        String expert,
        BacktestResult result,
        List<MarketData> markets,
        Intrabar intrabar,
        LimitUse limits,
        SortedMap<String, String> config,
        Manifest manifest,
        List<String> notes,
        boolean partial) {

    /** Below this, figures per year are not shown, as a week says nothing about a year. */
    public static final Duration LEAST_LENGTH_PER_YEAR = Duration.ofDays(30);

    /**
     * One symbol, as far as the run saw it.
     *
     * @param bars of the strategy's timeframe
     * @param base bars in which orders fill, often of a finer timeframe
     * @param history how many base bars precede the run
     * @param quality of the data they are from
     */
    public record MarketData(Instrument instrument, Bars bars, Bars base, int history, DataQuality quality) {}

    /**
     * What makes the run repeatable. Two runs with equal manifests have equal bytes, so it holds no time of day and no path.
     *
     * @param codeHash SHA-256 over the strategy's class files
     * @param dataHash over the content of all bars: that of one market, or SHA-256 over those of several
     * @param configHash SHA-256 over the keys in effect
     * @param versions of MetaExpert and of what it computes with, by name
     */
    public record Manifest(
            String mode,
            String codeHash,
            String dataHash,
            String configHash,
            long seed,
            SortedMap<String, String> versions) {}
}
