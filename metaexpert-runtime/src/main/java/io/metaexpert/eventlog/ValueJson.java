package io.metaexpert.eventlog;

import com.fasterxml.jackson.core.JsonGenerator;
import io.metaexpert.market.Bar;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Money;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes values of the engine as JSON: a record by its components, in the order of their declaration, so that none is forgotten that is
 * added later. Texts depend on the value alone: not on the locale, the time zone or the version of Java.
 */
final class ValueJson {
    private final JsonGenerator json;
    private final Map<Class<?>, RecordComponent[]> shapes = new HashMap<>();

    ValueJson(JsonGenerator json) {
        this.json = json;
    }

    /** The components of {@code value} as fields of the object that is being written. */
    void fields(Record value) throws IOException {
        if (value instanceof Bar bar) {
            bar(bar);
            return;
        }
        for (RecordComponent component : shape(value)) {
            json.writeFieldName(component.getName());
            write(read(component, value));
        }
    }

    private void bar(Bar bar) throws IOException {
        json.writeStringField("instrument", bar.instrument().toString());
        json.writeStringField("timeframe", bar.timeframe().toString());
        json.writeStringField("openTime", bar.openTime().toString());
        json.writeNumberField("open", bar.open());
        json.writeNumberField("high", bar.high());
        json.writeNumberField("low", bar.low());
        json.writeNumberField("close", bar.close());
        json.writeNumberField("volume", bar.volume());
    }

    private void write(Object value) throws IOException {
        switch (value) {
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number ->
                json.writeString(number.stripTrailingZeros().toPlainString());
            case Optional<?> optional -> optional(optional);
            case Iterable<?> list -> list(list);
            case Record whole -> record(whole);
            default -> json.writeString(value.toString());
        }
    }

    private void optional(Optional<?> value) throws IOException {
        if (value.isPresent()) {
            write(value.get());
        } else {
            json.writeNull();
        }
    }

    private void list(Iterable<?> values) throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            write(value);
        }
        json.writeEndArray();
    }

    /** A value of one component, such as a price, is written as that; a case of a sealed type names itself. */
    private void record(Record value) throws IOException {
        if (value instanceof InstrumentId || value instanceof Money) {
            json.writeString(value.toString());
            return;
        }
        boolean oneOfSeveral = isCase(value.getClass());
        if (!oneOfSeveral && shape(value).length == 1) {
            write(read(shape(value)[0], value));
            return;
        }
        json.writeStartObject();
        if (oneOfSeveral) {
            json.writeStringField("is", value.getClass().getSimpleName());
        }
        fields(value);
        json.writeEndObject();
    }

    private static boolean isCase(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            if (each.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private RecordComponent[] shape(Record value) {
        return shapes.computeIfAbsent(value.getClass(), ValueJson::components);
    }

    private static RecordComponent[] components(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
        }
        return components;
    }

    private static Object read(RecordComponent component, Record value) {
        Method accessor = component.getAccessor();
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
