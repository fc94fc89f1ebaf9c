package io.metaexpert.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.metaexpert.analysis.Analysis;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.backtest.BacktestRun;
import io.metaexpert.report.ConsoleTable;
import io.metaexpert.report.ReportOptions;
import io.metaexpert.report.RunAnalysis;
import io.metaexpert.report.RunRecord;
import io.metaexpert.report.RunWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and tells what came of a run. */
final class RunOutput {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    RunOutput(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Writes the report, prints the figures and answers the exit code. */
    int ended(BacktestRun run, Path project, Optional<Path> reportDir, boolean fullEquity) {
        RunRecord record = run.record();
        Path folder = reportDir.orElseGet(() -> project.resolve("reports").resolve(folderName(record.manifest())));
        Analysis analysis = RunAnalysis.of(record);
        RunWriter.write(record, analysis, folder, new ReportOptions(fullEquity));
        if (json) {
            printSummary(folder);
        } else {
            ConsoleTable.print(record, analysis, out);
            out.println();
            out.println("report: " + folder.resolve("report.html"));
        }
        out.flush();
        run.failure().ifPresent(failure -> failed(String.valueOf(failure.getMessage()), failure.getCause()));
        if (run.failure().isPresent()) {
            return Exit.FAILED;
        }
        return run.reason() == DeinitReason.USER_STOP ? Exit.INTERRUPTED : Exit.OK;
    }

    /** A failure of the strategy, with the part of the stack that is the author's. */
    void failed(String message, @Nullable Throwable cause) {
        err.println("error: " + message);
        if (cause != null) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("io.metaexpert.engine.")) {
                    break;
                }
                err.println("    at " + frame);
            }
        }
        err.flush();
    }

    /** When, what, and of the content enough to tell runs of one second apart. */
    private static String folderName(RunRecord.Manifest manifest) {
        String content = manifest.codeHash().substring(0, 4)
                + manifest.configHash().substring(0, 4)
                + manifest.dataHash().substring(0, 4);
        Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        return now.toString().replace(':', '-') + "-" + manifest.mode() + "-" + content;
    }

    private void printSummary(Path folder) {
        JsonFactory factory = new JsonFactory();
        try (JsonParser report =
                        factory.createParser(folder.resolve("report.json").toFile());
                JsonGenerator summary = factory.createGenerator(out).useDefaultPrettyPrinter()) {
            summary.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            summary.writeStartObject();
            summary.writeStringField("report", folder.toString());
            report.nextToken();
            while (report.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = report.currentName().equals("summary")
                        || report.currentName().equals("partial")
                        || report.currentName().equals("findings")
                        || report.currentName().equals("intrabar");
                if (wanted) {
                    summary.copyCurrentStructure(report);
                } else {
                    report.nextToken();
                    report.skipChildren();
                }
            }
            summary.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }
}
