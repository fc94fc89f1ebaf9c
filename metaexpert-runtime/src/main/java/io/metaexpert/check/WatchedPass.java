package io.metaexpert.check;

import io.metaexpert.UserException;
import io.metaexpert.backtest.BarChange;
import io.metaexpert.config.MetaExpertConfig;
import io.metaexpert.launch.ExpertProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The pass over the real bars, in which is watched what the strategy reads by itself. */
final class WatchedPass {
    private final CheckSubject subject;
    private final MetaExpertConfig config;
    private final Passes passes;

    WatchedPass(CheckSubject subject, MetaExpertConfig config, Passes passes) {
        this.subject = subject;
        this.config = config;
        this.passes = passes;
    }

    Path run(ExpertProject project, BarChange bars, List<Finding> findings, List<String> notes) {
        if (!ReadWatch.isAvailable()) {
            notes.add("This Java has no Flight Recorder, so it was not seen what the strategy reads by itself.");
            return passes.outcomes(project, config, bars);
        }
        try (ReadWatch watch = ReadWatch.start()) {
            Path log = passes.outcomes(project, config, bars, watch::marking);
            String loader = String.valueOf(project.expert().getClassLoader().getName());
            for (OwnRead read : watch.reads(loader, passes.folder().resolve("reads.jfr"))) {
                judge(read, findings, notes);
            }
            return log;
        } catch (IOException e) {
            throw new UserException("cannot record what the strategy reads: " + e, "make room for temporary files");
        }
    }

    private void judge(OwnRead read, List<Finding> findings, List<String> notes) {
        String where = (read.handler().isEmpty() ? "before the first handler" : "in " + read.handler())
                + read.bar().map(open -> " at the bar of " + open).orElse("") + " (" + read.place() + ")";
        if (!read.network() && holdsMarketData(read.source())) {
            findings.add(new Finding(
                    Finding.READS_DATA,
                    "the strategy itself reads market data, which know the future: " + read.source() + " " + where,
                    Optional.empty(),
                    Optional.empty(),
                    "take bars from ctx.series(), which shows closed ones only"));
        } else {
            notes.add("The strategy itself reads " + read.source() + " " + where
                    + "; what that knows of the future, no cut can tell.");
        }
    }

    /** A dataset, the cache of one, or what {@code backtest.data} names. */
    private boolean holdsMarketData(String source) {
        Path file = real(Path.of(source));
        Path home = subject.catalog().home();
        if (file.startsWith(real(home.resolve("data"))) || file.startsWith(real(home.resolve("cache")))) {
            return true;
        }
        try {
            Path data = real(subject.directory().resolve(config.backtest().data()));
            return file.startsWith(data) && Files.exists(data);
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path.toAbsolutePath().normalize();
        }
    }
}
