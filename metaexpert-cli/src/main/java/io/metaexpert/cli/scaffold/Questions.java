package io.metaexpert.cli.scaffold;

import io.metaexpert.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Asks for what was not given on the command line, until each answer is allowed. */
final class Questions {
    private final Archetype archetype;
    private final BufferedReader in;
    private final PrintWriter out;

    Questions(Archetype archetype, BufferedReader in, PrintWriter out) {
        this.archetype = archetype;
        this.in = in;
        this.out = out;
    }

    /** Adds the answers to {@code chosen}. */
    void ask(Map<String, String> chosen) {
        out.println("A new strategy. Enter takes what stands in brackets.");
        while (!chosen.containsKey("artifactId")) {
            String name = answer("Name, such as my-strategy", "");
            accept(() -> ProjectSpec.checkName(archetype, name), "artifactId", name, chosen);
        }
        if (!chosen.containsKey("template")) {
            archetype.templates().forEach((name, text) -> out.printf("  %-14s %s%n", name, text));
        }
        choose("template", "Template", chosen);
        choose(
                "exchange",
                "Exchange (" + String.join(", ", archetype.property("exchange").choices()) + ")",
                chosen);
        choose("market", "Market (spot, futures)", chosen);
        if ("futures".equals(chosen.get("market"))) {
            choose("contract", "Settled in quote currency or in base currency (linear, inverse)", chosen);
        }
        choose("symbol", "Symbol", ProjectSpec.usualSymbol(chosen), chosen);
        choose("timeframe", "Timeframe of the bars", chosen);
    }

    private void choose(String key, String question, Map<String, String> chosen) {
        choose(key, question, archetype.property(key).defaultValue().orElse(""), chosen);
    }

    private void choose(String key, String question, String usual, Map<String, String> chosen) {
        while (!chosen.containsKey(key)) {
            String value = answer(question, usual);
            accept(() -> ProjectSpec.check(archetype, key, value), key, value, chosen);
        }
    }

    private void accept(Runnable check, String key, String value, Map<String, String> chosen) {
        try {
            check.run();
            chosen.put(key, value);
        } catch (UserException mistake) {
            out.println("  " + mistake.getMessage() + "; " + mistake.hint());
        }
    }

    private String answer(String question, String usual) {
        out.print(question + (usual.isEmpty() ? ": " : " [" + usual + "]: "));
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                throw new UserException("the input ended before all was answered", "nothing was created");
            }
            return line.isBlank() ? usual : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
