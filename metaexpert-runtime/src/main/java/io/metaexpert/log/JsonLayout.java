package io.metaexpert.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.TreeMap;

/** One JSON object a line: {@code time}, {@code level}, {@code logger}, {@code message}, context, {@code exception}. */
final class JsonLayout extends LayoutBase<ILoggingEvent> {
    private final SecretMask mask;

    JsonLayout(SecretMask mask) {
        this.mask = mask;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder json = new StringBuilder(200).append('{');
        field(json, "time", event.getInstant().toString());
        field(json, "level", event.getLevel().toString());
        field(json, "logger", event.getLoggerName());
        field(json, "message", event.getFormattedMessage());
        new TreeMap<>(event.getMDCPropertyMap()).forEach((name, value) -> field(json, name, value));
        if (event.getThrowableProxy() != null) {
            field(json, "exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return json.append("}\n").toString();
    }

    /** Masked before it is escaped: a secret with a quote in it would not be found afterwards. */
    private void field(StringBuilder json, String name, String value) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(name))
                .append("\":\"");
        json.append(JsonStringEncoder.getInstance().quoteAsString(mask.apply(value)))
                .append('"');
    }
}
