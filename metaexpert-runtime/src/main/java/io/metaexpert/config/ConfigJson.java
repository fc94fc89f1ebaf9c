package io.metaexpert.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/** The outcome of a check as JSON: {@code valid}, {@code problems}, and what is in effect when there are none. */
public final class ConfigJson {
    private ConfigJson() {}

    /** One object with {@code valid}, {@code problems} and {@code effective}. */
    public static String result(ConfigResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", result.config().isPresent());
        json.put("problems", result.problems());
        result.config().ifPresent(config -> json.put("effective", config.effective()));
        return write(json);
    }

    static String write(Map<String, Object> json) {
        try {
            return new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(json)
                            .replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
