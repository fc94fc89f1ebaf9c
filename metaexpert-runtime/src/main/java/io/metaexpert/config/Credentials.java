package io.metaexpert.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises keys that name a secret, so that the secret is neither used nor repeated. */
final class Credentials {
    static final String MESSAGE = "looks like a credential; secrets never stand in a configuration";
    static final String HINT =
            "remove it and set it in the environment, such as BINANCE_API_KEY and BINANCE_API_SECRET";

    private static final Set<String> WORDS = Set.of(
            "secret",
            "secrets",
            "passphrase",
            "password",
            "passwd",
            "pwd",
            "token",
            "apikey",
            "apisecret",
            "credential",
            "credentials",
            "privatekey",
            "secretkey",
            "apipassphrase",
            "apitoken",
            "authtoken",
            "accesstoken");
    private static final Pattern BOUNDARY = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s]*@");

    private Credentials() {}

    static boolean looksLikeOne(String key) {
        List<String> words = Arrays.stream(BOUNDARY.split(key))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < words.size(); i++) {
            String pair = i == 0 ? "" : words.get(i - 1) + words.get(i);
            if (WORDS.contains(words.get(i)) || WORDS.contains(pair)) {
                return true;
            }
        }
        return false;
    }

    /** A value fit to be shown: without user and password of an address, and not longer than a line. */
    static String shown(String value) {
        String safe = USER_INFO.matcher(value).replaceAll("//***@");
        String line = safe.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 77) + "...";
    }
}
