package io.metaexpert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;

/** The version of MetaExpert that runs. */
public final class Version {
    private static final Properties PROPERTIES = read();

    private Version() {}

    /** Such as {@code 0.1.0}. */
    public static String current() {
        return PROPERTIES.getProperty("version", "");
    }

    /** When this version was released; no clock that is right shows an earlier time. */
    public static Instant released() {
        return Instant.parse(PROPERTIES.getProperty("built", ""));
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is missing from the runtime");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
