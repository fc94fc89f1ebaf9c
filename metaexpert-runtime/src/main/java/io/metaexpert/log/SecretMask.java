package io.metaexpert.log;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces secrets in a line: the values of credential variables, and whatever stands after a word such as {@code secret=}. */
final class SecretMask {
    private static final String STARS = "***";
    private static final Pattern CREDENTIAL_VARIABLE =
            Pattern.compile(".*(KEY|SECRET|PASSPHRASE|PASSWORD|TOKEN)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "((?:api[-_ ]?key|secret(?:[-_ ]?key)?|passphrase|password|passwd|token|signature|authorization)[\"']?\\s*[:=]\\s*"
                    + "(?:bearer\\s+)?)(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;&})\\]]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("(\\w+://)[^/@\\s]+@");

    /** Shorter values would blot out ordinary words. */
    private static final int SHORTEST = 6;

    private final List<String> values;

    SecretMask(Map<String, String> environment) {
        values = environment.entrySet().stream()
                .filter(entry -> CREDENTIAL_VARIABLE.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= SHORTEST)
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }

    String apply(String line) {
        String masked = line;
        for (String value : values) {
            masked = masked.replace(value, STARS);
        }
        Matcher named = NAMED.matcher(masked);
        masked = named.replaceAll("$1" + Matcher.quoteReplacement(STARS));
        return masked.indexOf('@') < 0
                ? masked
                : USER_INFO.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(STARS) + "@");
    }
}
