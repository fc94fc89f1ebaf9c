package io.metaexpert.backtest;

/** Told how far a backtest is, about ten times a second. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * How far the run is.
     *
     * @param done base bars handled
     * @param total base bars of the run
     */
    void onProgress(long done, long total);
}
