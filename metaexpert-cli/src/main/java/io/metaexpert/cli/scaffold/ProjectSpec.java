package io.metaexpert.cli.scaffold;

import io.metaexpert.UserException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a new project shall be; valid by the rules of the archetype.
 *
 * @param properties of the archetype, by key, all of them
 */
record ProjectSpec(Map<String, String> properties) {
    private static final String NAME_RULE = "a name is a letter and then at most 63 letters, digits, - and _,"
            + " such as my-strategy; words of Java and names of devices are not allowed";

    String get(String key) {
        return properties.getOrDefault(key, "");
    }

    String name() {
        return get("artifactId");
    }

    /**
     * Fills in what was not chosen and checks all of it.
     *
     * @param chosen values by key of the archetype; {@code artifactId} must be among them
     * @throws UserException naming the first value that is not allowed
     */
    static ProjectSpec of(Archetype archetype, Map<String, String> chosen) {
        String name = chosen.getOrDefault("artifactId", "");
        checkName(archetype, name);
        Map<String, String> all = new LinkedHashMap<>();
        archetype
                .properties()
                .forEach((key, property) -> property.defaultValue().ifPresent(value -> all.put(key, value)));
        all.put(
                "package",
                all.get("groupId") + "." + name.toLowerCase(Locale.ROOT).replaceAll("[-_]", ""));
        all.put("symbol", usualSymbol(chosen));
        all.putAll(chosen);
        check(archetype, "package", all.getOrDefault("package", ""));
        all.put("groupId", groupId(all.getOrDefault("package", "")));
        all.put("className", className(name));
        for (String key : archetype.properties().keySet()) {
            if (!key.equals("checked")) {
                check(archetype, key, all.getOrDefault(key, ""));
            }
        }
        checkInverse(all);
        checkHigherTimeframe(all);
        return new ProjectSpec(Map.copyOf(all));
    }

    /** The symbol when none was chosen. */
    static String usualSymbol(Map<String, String> chosen) {
        return "inverse".equals(chosen.get("contract")) ? "BTC/USD" : "BTC/USDT";
    }

    /** Refuses a name that is no folder, package and class at once. */
    static void checkName(Archetype archetype, String name) {
        if (!archetype.property("artifactId").allows(name)) {
            throw new UserException("`" + Shown.text(name) + "` cannot be the name of a project", NAME_RULE);
        }
        String className = className(name);
        if (!archetype.property("className").allows(className)) {
            throw new UserException(
                    "`" + name + "` would make the class " + className + ", a name that the generated code uses itself",
                    "take another one, such as my-" + name);
        }
    }

    static void check(Archetype archetype, String key, String value) {
        Archetype.Property property = archetype.property(key);
        if (!property.allows(value)) {
            throw new UserException(
                    "--" + key + " must not be `" + Shown.text(value) + "`", hint(key, value, property));
        }
    }

    private static String hint(String key, String value, Archetype.Property property) {
        return switch (key) {
            case "symbol" -> {
                String guess = value.toUpperCase(Locale.ROOT).replace('-', '/').replace('_', '/');
                yield property.allows(guess) ? "write " + guess : "write base and quote in capitals, such as BTC/USDT";
            }
            case "package" ->
                "write lower-case words divided by dots, such as com.example.trend, none of them a word of"
                        + " Java; not a package of Java or of MetaExpert";
            case "groupId" -> "it is the package without its last part";
            case "market" ->
                "allowed: spot, futures" + (value.equals("options") ? "; options come with a later version" : "");
            default -> {
                String allowed = "allowed: " + String.join(", ", property.choices());
                yield Nearest.to(value, property.choices())
                        .map(word -> "did you mean " + word + "? " + allowed)
                        .orElse(allowed);
            }
        };
    }

    private static void checkInverse(Map<String, String> all) {
        if (!"inverse".equals(all.get("contract"))) {
            return;
        }
        if (!"futures".equals(all.get("market"))) {
            throw new UserException(
                    "--contract inverse needs the futures market, not " + all.get("market"), "add --market futures");
        }
        String symbol = all.getOrDefault("symbol", "");
        if (!symbol.endsWith("/USD")) {
            throw new UserException(
                    "inverse contracts are quoted in USD, so --symbol must not be `" + symbol + "`",
                    "write it like BTC/USD, or take --contract linear");
        }
    }

    private static void checkHigherTimeframe(Map<String, String> all) {
        String timeframe = all.getOrDefault("timeframe", "");
        if ("breakout-mtf".equals(all.get("template")) && timeframe.matches("3d|1w|1M")) {
            throw new UserException(
                    "template breakout-mtf needs a higher timeframe, and none is built of " + timeframe,
                    "take a timeframe up to 1d, or another template");
        }
    }

    /** The name without dashes and underscores, each part with a capital: {@code my-strategy} is MyStrategy. */
    static String className(String name) {
        StringBuilder word = new StringBuilder();
        for (String part : name.split("[-_]+", -1)) {
            if (!part.isEmpty()) {
                word.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return word.toString();
    }

    private static String groupId(String packageName) {
        int dot = packageName.lastIndexOf('.');
        return dot < 0 ? packageName : packageName.substring(0, dot);
    }
}
