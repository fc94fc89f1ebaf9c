package io.metaexpert.cli.state;

import io.metaexpert.store.SavedState;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state for people. */
final class StateTable {
    private static final Pattern RESUME = Pattern.compile("resume\\.(\\d{1,9})");
    private static final int WIDEST = 40;

    private final PrintWriter out;

    StateTable(PrintWriter out) {
        this.out = out;
    }

    void print(SavedState saved) {
        line("strategy", saved.files().name());
        line("file", saved.files().database().toString());
        line("last change", saved.time() + ", number " + saved.changes());
        line(
                "used by",
                saved.process()
                        .map(pid -> "process " + pid + ", which is running")
                        .orElse("no process"));
        risk(new TreeMap<>(saved.section("risk")));
        section("STOPS", saved.section("protection"));
        section("VALUES OF THE STRATEGY", saved.section("expert"));
        saved.sections().forEach((name, values) -> {
            if (!List.of("risk", "protection", "expert").contains(name)) {
                section(name, values);
            }
        });
    }

    /** Takes out of the map what it tells in words, and then lists what is left. */
    private void risk(Map<String, String> risk) {
        head("RISK");
        if (risk.isEmpty()) {
            out.println("nothing");
            return;
        }
        String currency = take(risk, "currency").map(it -> " " + it).orElse("");
        state(risk);
        take(risk, "peak-equity").ifPresent(peak -> line("peak equity", Printable.number(peak) + currency));
        day(risk, currency);
        take(risk, "rebase")
                .filter("true"::equals)
                .ifPresent(yes -> line("next start", "its equity is the new peak and the start of the day"));
        take(risk, "time").ifPresent(time -> line("as of", time));
        resumes(risk);
        values(risk);
    }

    private void state(Map<String, String> risk) {
        String state = take(risk, "state").orElse("ACTIVE");
        Optional<String> rule = take(risk, "halt.rule");
        line("state", state + rule.map(it -> " by " + it).orElse(""));
        take(risk, "halt.reason").ifPresent(reason -> line("reason", reason));
        Optional<String> value = take(risk, "halt.value");
        Optional<String> limit = take(risk, "halt.limit");
        value.ifPresent(it ->
                line("reached", it + limit.map(most -> ", the limit is " + most).orElse("")));
        take(risk, "halt.key").ifPresent(key -> line("set by", key));
        take(risk, "halt.time").ifPresent(time -> line("since", time));
        Optional<String> until = take(risk, "halt.until");
        if (state.equals("HALTED")) {
            line("until", until.orElse("somebody resumes: metaexpert resume --reason \"...\""));
        }
    }

    private void day(Map<String, String> risk, String currency) {
        Optional<String> equity = take(risk, "day-start-equity");
        take(risk, "day")
                .ifPresent(day -> line(
                        "day",
                        day
                                + equity.map(it -> ", begun with " + Printable.number(it) + currency)
                                        .orElse("")));
    }

    /** In the order of their numbers. */
    private void resumes(Map<String, String> risk) {
        Map<Long, String> resumes = new TreeMap<>();
        for (String key : List.copyOf(risk.keySet())) {
            Matcher numbered = RESUME.matcher(key);
            if (numbered.matches()) {
                String lifted = take(risk, key + ".lifted")
                        .map(rule -> " (lifted " + rule + ")")
                        .orElse("");
                resumes.put(Long.parseLong(numbered.group(1)), take(risk, key).orElse("") + lifted);
            }
        }
        resumes.forEach((number, text) -> line("resume " + number, text));
    }

    private static Optional<String> take(Map<String, String> values, String key) {
        return Optional.ofNullable(values.remove(key)).filter(value -> !value.isEmpty());
    }

    private void section(String title, Map<String, String> values) {
        head(title);
        if (values.isEmpty()) {
            out.println("none");
        }
        values(values);
    }

    private void values(Map<String, String> values) {
        int width = Math.min(
                WIDEST,
                values.keySet().stream()
                        .map(String::length)
                        .max(Comparator.naturalOrder())
                        .orElse(0));
        values.forEach((key, value) -> out.println(
                ("%-" + Math.max(12, width) + "s %s").formatted(Printable.text(key), Printable.text(value))));
    }

    private void head(String title) {
        out.println();
        out.println(title);
    }

    private void line(String name, String value) {
        out.println("%-12s %s".formatted(name, Printable.text(value)));
    }
}
