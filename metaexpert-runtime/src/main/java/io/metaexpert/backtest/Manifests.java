package io.metaexpert.backtest;

import io.metaexpert.Sha256;
import io.metaexpert.Version;
import io.metaexpert.report.RunRecord.Manifest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What makes a run repeatable, as hashes. */
final class Manifests {
    private Manifests() {}

    static Manifest of(BacktestPlan plan, SortedMap<String, String> effective, List<String> dataHashes) {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("metaexpert", Version.current());
        return new Manifest(
                "backtest",
                plan.codeHash(),
                dataHashes.size() == 1 ? dataHashes.get(0) : Sha256.hex(String.join("\n", dataHashes)),
                configHash(effective),
                plan.config().backtest().seed(),
                versions);
    }

    private static String configHash(SortedMap<String, String> effective) {
        StringBuilder text = new StringBuilder();
        effective.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return Sha256.hex(text.toString());
    }
}
