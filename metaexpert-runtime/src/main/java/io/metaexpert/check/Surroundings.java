package io.metaexpert.check;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/** Other defaults of the process than the user's, which a run must not depend on. */
final class Surroundings {
    private Surroundings() {}

    /** Works in a locale with another decimal sign and another upper case of i, and a time zone off the whole hour. */
    static <T> T foreign(Supplier<T> work) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
        try {
            return work.get();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
