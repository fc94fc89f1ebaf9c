package io.metaexpert.backtest;

import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.data.DataCatalog;
import java.nio.file.Path;

/**
 * What to run.
 *
 * @param projectDir where relative paths of {@code backtest.data} start
 * @param codeHash SHA-256 over the strategy's class files, for the manifest
 */
public record BacktestPlan(
        Class<?> expert, MetaExpertConfig config, Path projectDir, DataCatalog catalog, String codeHash) {}
