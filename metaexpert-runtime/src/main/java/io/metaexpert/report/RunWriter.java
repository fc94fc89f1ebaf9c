package io.metaexpert.report;

import io.metaexpert.UserException;
import io.metaexpert.analysis.Analysis;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Writes the folder of a run: {@code report.json}, {@code report.html}, {@code manifest.json} and, when asked for,
 * {@code equity.csv.gz}. Equal runs give equal bytes.
 */
public final class RunWriter {
    private static final int BUFFER = 1 << 16;

    private RunWriter() {}

    /**
     * Writes into a hidden folder beside {@code runDir} and moves it there when it is complete. A run that is already there
     * is replaced.
     *
     * @param analysis of the run, from {@link RunAnalysis#of}
     * @throws UserException when the folder cannot be written, or holds something that is not a run; nothing is left behind then
     */
    public static void write(RunRecord run, Analysis analysis, Path runDir, ReportOptions options) {
        Path target = runDir.toAbsolutePath().normalize();
        if (Files.exists(target) && !Files.exists(target.resolve("manifest.json"))) {
            throw new UserException(
                    "cannot write the report to " + runDir + ": it exists and is not the folder of a run",
                    "Choose a new folder with --report-dir, or move this one away.");
        }
        Path hidden = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid());
        try {
            delete(hidden);
            Files.createDirectories(hidden);
            files(run, analysis, hidden, options);
            delete(target);
            Files.move(hidden, target);
        } catch (IOException e) {
            discard(hidden, e);
            throw new UserException(
                    "cannot write the report to " + runDir + ": " + e.getClass().getSimpleName() + ": "
                            + e.getMessage(),
                    "Choose a folder that can be written with --report-dir.");
        }
    }

    private static void files(RunRecord run, Analysis analysis, Path folder, ReportOptions options) throws IOException {
        EquityPoints points = EquityPoints.of(
                run.result().equity(), run.result().metrics().startEquity(), JsonReport.MAX_EQUITY_POINTS);
        Derived derived = Derived.of(run, analysis, points);
        try (OutputStream out = create(folder, "report.json")) {
            JsonReport.write(run, derived, out);
        }
        try (OutputStream out = create(folder, "manifest.json")) {
            JsonReport.writeManifest(run.manifest(), out);
        }
        try (OutputStream out = create(folder, "report.html")) {
            HtmlReport.write(run, derived, out);
        }
        if (options.fullEquity()) {
            try (OutputStream out = create(folder, "equity.csv.gz")) {
                EquityCsv.write(run.result().equity(), out);
            }
        }
    }

    private static OutputStream create(Path folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), BUFFER);
    }

    private static void discard(Path folder, IOException reason) {
        try {
            delete(folder);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
