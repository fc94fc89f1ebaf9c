package io.metaexpert.cli.check;

import io.metaexpert.api.InitResult;
import io.metaexpert.backtest.InitFailure;
import io.metaexpert.check.CheckPrinter;
import io.metaexpert.check.CheckProgress;
import io.metaexpert.check.CheckReport;
import io.metaexpert.check.CheckStopped;
import io.metaexpert.check.CheckSubject;
import io.metaexpert.cli.project.ProjectOptions;
import io.metaexpert.data.DataCatalog;
import io.metaexpert.launch.StopSignal;
import io.metaexpert.log.MetaLogger;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** One check, from its start to its exit code. */
final class CheckTask {
    private static final int CLEAN = 0;
    private static final int FOUND = 1;
    private static final int USAGE = 2;
    private static final int INTERRUPTED = 130;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    CheckTask(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** What a command is to check. */
    static CheckSubject subject(ProjectOptions project) {
        return new CheckSubject(
                project.source(),
                project.directory().toAbsolutePath().normalize(),
                project.className(),
                new DataCatalog(DataCatalog.defaultHome(System.getenv())));
    }

    /** Runs a check. */
    interface Check {
        CheckReport run(CheckProgress progress, BooleanSupplier stop);
    }

    int run(Check check) {
        PrintStream standard = System.out;
        MetaLogger.silence();
        // A strategy that prints would do so in every pass.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        boolean terminal = Boolean.getBoolean("metaexpert.terminal");
        try (StopSignal stop = StopSignal.install()) {
            CheckReport report = check.run(terminal ? this::tell : number -> {}, stop);
            wipe(terminal);
            return print(report);
        } catch (CheckStopped stopped) {
            wipe(terminal);
            err.println("error: " + stopped.getMessage());
            return INTERRUPTED;
        } catch (InitFailure failure) {
            wipe(terminal);
            err.println("error: " + failure.getMessage());
            return failure.result() == InitResult.PARAMETERS_INCORRECT ? USAGE : FOUND;
        } finally {
            System.setOut(standard);
            err.flush();
        }
    }

    private int print(CheckReport report) {
        if (json) {
            CheckPrinter.printJson(report, out);
        } else {
            CheckPrinter.print(report, out);
        }
        return report.clean() ? CLEAN : FOUND;
    }

    private void tell(int number) {
        err.print("\rrun " + number);
        err.flush();
    }

    private void wipe(boolean terminal) {
        if (terminal) {
            err.print("\r             \r");
            err.flush();
        }
    }
}
