package io.metaexpert.config;

/**
 * One mistake in a configuration, complete enough to be mended without looking anything up.
 *
 * @param file the file as it was named, an environment variable, or {@code --set}
 * @param line from 1; 0 when the place has no lines
 * @param column from 1; 0 when the place has no lines
 * @param key the flat key, such as {@code sizing.value}; empty when the file as a whole is wrong
 * @param value what stands there; empty when there is none, or when it may be a secret
 * @param message what is wrong
 * @param allowed which values are valid; may be empty
 * @param hint what to write instead; may be empty
 */
public record Problem(
        String file, int line, int column, String key, String value, String message, String allowed, String hint) {

    /** The problem on one line: place, key, message, value, allowed, hint. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        if (!key.isEmpty()) {
            text.append(' ').append(key);
        }
        text.append(": ").append(message);
        if (!value.isEmpty()) {
            text.append(" (was `").append(value).append("`)");
        }
        if (!allowed.isEmpty()) {
            text.append("; allowed: ").append(allowed);
        }
        if (!hint.isEmpty()) {
            text.append("; hint: ").append(hint);
        }
        return text.toString();
    }
}
