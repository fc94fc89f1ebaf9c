package io.metaexpert.report;

/**
 * What to write besides the usual files.
 *
 * @param fullEquity whether to write {@code equity.csv.gz} with a row for every bar
 */
public record ReportOptions(boolean fullEquity) {
    public static final ReportOptions DEFAULT = new ReportOptions(false);
}
