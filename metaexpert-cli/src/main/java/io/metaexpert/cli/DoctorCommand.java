package io.metaexpert.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.cli.Checkup.Finding;
import io.metaexpert.cli.Checkup.Status;
import io.metaexpert.cli.scaffold.LocalRepository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code metaexpert doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check what MetaExpert needs of this machine.",
        footer = {
            "",
            "Exit code 1 when something is missing without which MetaExpert does not work.",
            "Of credentials it says only whether they are set, never their values."
        })
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Finding> findings =
                new Checkup(System.getenv(), LocalRepository.standard().folder(), InstantSource.system()).findings();
        boolean sound = findings.stream().noneMatch(finding -> finding.status() == Status.FAIL);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(findings, sound));
        } else {
            print(findings, out);
        }
        out.flush();
        return sound ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(List<Finding> findings, PrintWriter out) {
        for (Finding finding : findings) {
            out.printf("%-5s %-17s %s%n", finding.status(), finding.name(), finding.message());
            if (!finding.hint().isEmpty()) {
                out.printf("%-23s hint: %s%n", "", finding.hint());
            }
        }
    }

    static String json(List<Finding> findings, boolean sound) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeBooleanField("ok", sound);
            json.writeArrayFieldStart("checks");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("name", finding.name());
                json.writeStringField("status", finding.status().toString());
                json.writeStringField("message", finding.message());
                json.writeStringField("hint", finding.hint());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
