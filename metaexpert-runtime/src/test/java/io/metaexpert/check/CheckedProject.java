package io.metaexpert.check;

import io.metaexpert.config.ConfigSource;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.market.Bars;
import io.metaexpert.market.Timeframe;
import io.metaexpert.testing.RandomBars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project of one class in a folder, with 1,500 bars of 15 minutes of two symbols. */
final class CheckedProject {
    static final int BARS = 1_500;

    private static final String CONFIG = """
            market: {type: spot}
            strategy: {symbol: [AAA/USDT, BBB/USDT], timeframe: 15m}
            execution: {slippage: 0%, max-spread: off, max-quote-age: off}
            risk: {max-drawdown: off, max-orders-per-minute: off}
            portfolio: {max-open-positions: off, max-positions-per-symbol: off}
            backtest: {data: bars, increments: none, initial-capital: 1000 USDT, fees: {maker: 0%, taker: 0.1%}}
            """;

    private static final String IMPORTS = """
            package demo;

            import io.metaexpert.api.*;
            import io.metaexpert.data.*;
            import io.metaexpert.indicator.*;
            import io.metaexpert.market.*;
            import io.metaexpert.order.*;
            import java.nio.file.*;
            import java.util.*;

            """;

    private final Path folder;

    private CheckedProject(Path folder) {
        this.folder = folder;
    }

    /** @param body of the class {@code demo.Subject} */
    static CheckedProject of(Path folder, String body) {
        try {
            Path source = Files.createDirectories(folder.resolve("src/main/java/demo"))
                    .resolve("Subject.java");
            Files.writeString(source, IMPORTS + "@Expert\npublic final class Subject {\n" + body + "\n}\n");
            Files.writeString(folder.resolve("metaexpert.yaml"), CONFIG);
            Files.createDirectories(folder.resolve("bars"));
            write(folder.resolve("bars/AAAUSDT-15m.csv"), RandomBars.walk(Timeframe.M15, BARS, 1));
            write(folder.resolve("bars/BBBUSDT-15m.csv"), RandomBars.walk(Timeframe.M15, BARS, 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CheckedProject(folder);
    }

    private static void write(Path file, Bars bars) throws IOException {
        List<String> lines = new ArrayList<>(List.of("open_time_ms,open,high,low,close,volume"));
        for (int i = 0; i < bars.size(); i++) {
            lines.add(bars.openTimeMs(i) + "," + bars.open(i) + "," + bars.high(i) + "," + bars.low(i) + ","
                    + bars.close(i) + "," + bars.volume(i));
        }
        Files.write(file, lines);
    }

    CheckSubject subject(String... sets) {
        ConfigSource source =
                new ConfigSource(folder.resolve("metaexpert.yaml"), Optional.empty(), Map.of(), List.of(sets));
        return new CheckSubject(source, folder, Optional.empty(), new DataCatalog(folder.resolve("home")));
    }

    CheckReport lookahead(int cuts, String... sets) {
        return LookaheadCheck.run(subject(sets), cuts, 1, number -> {}, () -> false);
    }

    CheckReport determinism(String... sets) {
        return DeterminismCheck.run(subject(sets), 3, number -> {}, () -> false);
    }

    CheckReport warmup(int starts, String... sets) {
        return WarmupCheck.run(subject(sets), starts, 1, number -> {}, () -> false);
    }
}
