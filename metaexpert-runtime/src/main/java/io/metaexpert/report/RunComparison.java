package io.metaexpert.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.metaexpert.UserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Two runs side by side: their figures, the first round trip in which they differ, and which inputs differ.
 *
 * @param figures every figure of the summary, in the order of the report
 * @param firstDifference the first round trip that is not equal in both; empty when all are
 * @param inputs which of code, config, data and seed differ
 * @param config the keys with different values
 */
public record RunComparison(
        String first,
        String second,
        List<Line> figures,
        Optional<Difference> firstDifference,
        Map<String, Boolean> inputs,
        Map<String, String> config) {
    private static final String HINT = "Give the folder of a run, or its report.json.";

    /** One figure of both runs and, for numbers, the second minus the first; "-" where there is none. */
    public record Line(String key, String label, String first, String second, String difference) {}

    /**
     * A round trip that is not equal in both runs.
     *
     * @param number counted from 1; the texts are "none" where one run has fewer round trips
     */
    public record Difference(int number, String first, String second) {}

    /**
     * Reads and compares two runs.
     *
     * @throws UserException when one is not a run
     */
    public static RunComparison of(Path first, Path second) {
        JsonNode a = read(first);
        JsonNode b = read(second);
        var inputs = new TreeMap<String, Boolean>();
        for (String key : List.of("codeHash", "configHash", "dataHash", "seed")) {
            String name = key.replace("Hash", "");
            inputs.put(
                    name,
                    !a.path("manifest").path(key).equals(b.path("manifest").path(key)));
        }
        return new RunComparison(
                name(a, first),
                name(b, second),
                figures(a, b),
                firstDifference(a.path("roundTrips"), b.path("roundTrips")),
                inputs,
                config(a.path("config"), b.path("config")));
    }

    private static JsonNode read(Path run) {
        Path file = Files.isDirectory(run) ? run.resolve("report.json") : run;
        if (!Files.isRegularFile(file)) {
            throw new UserException("no report at " + run + ": " + file + " does not exist", HINT);
        }
        try {
            JsonNode report = new ObjectMapper().readTree(file.toFile());
            if (!"metaexpert-report".equals(report.path("format").asText())) {
                throw new UserException(
                        file + " is not a report of MetaExpert: it lacks \"format\": \"metaexpert-report\"", HINT);
            }
            return report;
        } catch (JacksonException e) {
            throw new UserException(file + " is not valid JSON: " + e.getOriginalMessage(), HINT);
        } catch (IOException e) {
            throw new UserException("cannot read " + file + ": " + e.getMessage(), HINT);
        }
    }

    private static String name(JsonNode report, Path run) {
        return report.path("expert").asText() + " (" + run + ")";
    }

    private static List<Line> figures(JsonNode a, JsonNode b) {
        int decimals =
                NumberText.moneyDecimals(a.path("summary").path("startEquity").asDouble());
        List<Line> lines = new ArrayList<>();
        for (Figure figure : Figures.undefined()) {
            JsonNode first = a.path("summary").path(figure.key());
            JsonNode second = b.path("summary").path(figure.key());
            lines.add(new Line(
                    figure.key(),
                    figure.label(),
                    text(figure, first, decimals),
                    text(figure, second, decimals),
                    difference(figure, first, second, decimals)));
        }
        return lines;
    }

    private static String text(Figure figure, JsonNode value, int decimals) {
        return switch (figure.kind()) {
            case TIME -> value.isTextual() ? value.asText() : NumberText.UNDEFINED;
            case FLAG -> value.isBoolean() ? (value.asBoolean() ? "yes" : "no") : NumberText.UNDEFINED;
            default -> NumberText.of(with(figure, number(value)), decimals);
        };
    }

    private static String difference(Figure figure, JsonNode first, JsonNode second, int decimals) {
        if (first.equals(second)) {
            return "";
        }
        if (figure.kind() == Figure.Kind.TIME || figure.kind() == Figure.Kind.FLAG) {
            return "differs";
        }
        double change = number(second) - number(first);
        if (figure.kind() == Figure.Kind.SECONDS && change < 0) {
            return "-" + NumberText.of(with(figure, -change), decimals);
        }
        String text = NumberText.of(with(figure, change), decimals);
        return change > 0 ? "+" + text : text;
    }

    private static Figure with(Figure figure, double value) {
        return new Figure(figure.group(), figure.key(), figure.label(), figure.kind(), value);
    }

    private static double number(JsonNode value) {
        return value.isNumber() || value.isTextual() ? value.asDouble(Double.NaN) : Double.NaN;
    }

    private static Optional<Difference> firstDifference(JsonNode a, JsonNode b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            if (!a.path(i).equals(b.path(i))) {
                return Optional.of(new Difference(i + 1, trip(a.path(i)), trip(b.path(i))));
            }
        }
        return Optional.empty();
    }

    private static String trip(JsonNode trip) {
        if (trip.isMissingNode()) {
            return "none";
        }
        return "%s %s %s at %s, out %s at %s, profit %s"
                .formatted(
                        trip.path("side").asText(),
                        short8(trip.path("quantity").asText()),
                        trip.path("entryTime").asText(),
                        short8(trip.path("entryPrice").asText()),
                        trip.path("exitTime").asText(),
                        short8(trip.path("exitPrice").asText()),
                        short8(trip.path("profit").asText()));
    }

    private static String short8(String number) {
        return number.length() > 18 ? NumberText.plain(new BigDecimal(number).doubleValue()) : number;
    }

    private static Map<String, String> config(JsonNode a, JsonNode b) {
        var different = new TreeMap<String, String>();
        for (Iterator<String> keys = a.fieldNames(); keys.hasNext(); ) {
            note(different, keys.next(), a, b);
        }
        for (Iterator<String> keys = b.fieldNames(); keys.hasNext(); ) {
            note(different, keys.next(), a, b);
        }
        return different;
    }

    private static void note(Map<String, String> different, String key, JsonNode a, JsonNode b) {
        if (!a.path(key).equals(b.path(key))) {
            different.put(key, a.path(key).asText("-") + " -> " + b.path(key).asText("-"));
        }
    }

    /** Prints a table of at most 80 columns, long names and paths aside. */
    public void print(PrintWriter out) {
        out.println("A: " + first);
        out.println("B: " + second);
        out.println();
        out.println(row("", "A", "B", "B - A"));
        for (Line line : figures) {
            out.println(row(line.label(), shorten(line.first()), shorten(line.second()), line.difference()));
        }
        out.println();
        for (Map.Entry<String, Boolean> input : inputs.entrySet()) {
            out.println("  " + input.getKey() + ": " + (input.getValue() ? "differs" : "equal"));
        }
        config.forEach((key, change) -> out.println("  " + key + ": " + change));
        out.println();
        if (firstDifference.isEmpty()) {
            out.println("All round trips are equal.");
        } else {
            Difference difference = firstDifference.get();
            out.println("First difference, round trip " + difference.number() + ":");
            out.println("  A: " + difference.first());
            out.println("  B: " + difference.second());
        }
        out.flush();
    }

    private static String shorten(String text) {
        return text.length() == 20 && text.endsWith(":00Z")
                ? text.substring(0, 16).replace('T', ' ')
                : text;
    }

    private static String row(String label, String a, String b, String difference) {
        return (pad(label, 22, false) + pad(a, 19, true) + pad(b, 19, true) + pad(difference, 19, true))
                .stripTrailing();
    }

    private static String pad(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(1, width - text.length()));
        return right ? space + text : text + space;
    }

    /** Prints the comparison as JSON. */
    public void printJson(PrintWriter out) {
        var mapper = new ObjectMapper();
        var root = mapper.createObjectNode();
        root.put("first", first).put("second", second);
        var lines = root.putObject("summary");
        for (Line line : figures) {
            lines.putObject(line.key())
                    .put("first", line.first())
                    .put("second", line.second())
                    .put("difference", line.difference());
        }
        var differs = root.putObject("inputsDiffer");
        inputs.forEach(differs::put);
        var keys = root.putObject("config");
        config.forEach(keys::put);
        if (firstDifference.isEmpty()) {
            root.putNull("firstDifference");
        } else {
            Difference difference = firstDifference.get();
            root.putObject("firstDifference")
                    .put("roundTrip", difference.number())
                    .put("first", difference.first())
                    .put("second", difference.second());
        }
        out.println(root.toPrettyString());
        out.flush();
    }
}
