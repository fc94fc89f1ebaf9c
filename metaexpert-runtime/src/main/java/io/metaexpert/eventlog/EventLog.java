package io.metaexpert.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.metaexpert.UserException;
import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.engine.Decision;
import io.metaexpert.engine.RunObserver;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.order.OrderRequest;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that a strategy is told and all that it decides, in order, as lines of JSON:
 *
 * <ul>
 *   <li>{@code {"time":…,"call":"onBar Trend.trade","event":{…}}}: a handler is called;
 *   <li>{@code {"time":…,"transaction":"OrderFilled","event":{…}}}: an order of ours moved on;
 *   <li>{@code {"time":…,"decision":"Submit","by":"onBar Trend.trade","bar":{…},…}}: a handler asks for something, at that bar;
 *   <li>{@code {"time":…,"protection":"Submit","request":{…}}}: an order is sent to protect a position;
 *   <li>{@code {"time":…,"failure":"onBar Trend.trade","error":"…"}}: a handler threw.
 * </ul>
 *
 * <p>The time is that of the engine's clock, UTC. The same run writes the same bytes. The file gets its name by {@link #finish}; closing
 * without that leaves nothing behind. Used on one thread.
 */
public final class EventLog implements RunObserver, Closeable {
    private final Path target;
    private final Path temporary;
    private final JsonGenerator json;
    private final ValueJson values;
    private final boolean calls;
    private String handler = "";
    private @Nullable Bar told;
    private @Nullable ExpertContext context;
    private boolean empty = true;
    private @Nullable IOException broken;

    private EventLog(Path target, Path temporary, OutputStream out, boolean calls) throws IOException {
        this.target = target;
        this.calls = calls;
        this.temporary = temporary;
        this.json = new JsonFactory().createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        this.values = new ValueJson(json);
    }

    /**
     * Begins a log.
     *
     * @param file replaced when it is there; packed when its name ends in {@code .gz}
     * @throws UserException when it cannot be written
     */
    public static EventLog begin(Path file) {
        return begin(file, true);
    }

    /** The same without the calls: decisions, transactions and failures. */
    public static EventLog beginOutcomes(Path file) {
        return begin(file, false);
    }

    private static EventLog begin(Path file, boolean calls) {
        Path target = file.toAbsolutePath().normalize();
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.isDirectory(target)) {
                throw new UserException(target + " is a folder", "name a file for the event log");
            }
            OutputStream raw = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
            boolean packed = target.toString().endsWith(".gz");
            return new EventLog(target, temporary, packed ? new GZIPOutputStream(raw, 1 << 16) : raw, calls);
        } catch (IOException e) {
            throw new UserException(
                    "the event log " + target + " cannot be written: " + e, "name a file in a folder that is there");
        }
    }

    @Override
    public void calls(String name, Object event, ExpertContext ctx) {
        handler = name;
        told = event instanceof Bar bar ? bar : null;
        context = ctx;
        if (!calls) {
            return;
        }
        line("call", name, () -> {
            if (event instanceof Record whole && !(event instanceof BacktestResult)) {
                event(whole);
            } else if (event instanceof Enum<?> constant) {
                json.writeStringField("event", constant.name());
            }
        });
    }

    private void event(Record event) throws IOException {
        json.writeObjectFieldStart("event");
        values.fields(event);
        json.writeEndObject();
    }

    @Override
    public void failed(String name, Throwable problem) {
        line("failure", name, () -> json.writeStringField("error", problem.toString()));
    }

    @Override
    public void happened(Transaction transaction) {
        line("transaction", transaction.getClass().getSimpleName(), () -> event((Record) transaction));
    }

    @Override
    public void protects(OrderRequest request) {
        line("protection", "Submit", () -> {
            json.writeObjectFieldStart("request");
            values.fields(request);
            json.writeEndObject();
        });
    }

    @Override
    public void decided(Decision decision) {
        line("decision", decision.getClass().getSimpleName(), () -> {
            json.writeStringField("by", handler);
            Bar bar = told == null ? newest() : told;
            if (bar != null) {
                json.writeObjectFieldStart("bar");
                json.writeStringField("instrument", bar.instrument().toString());
                json.writeStringField("timeframe", bar.timeframe().toString());
                json.writeStringField("openTime", bar.openTime().toString());
                json.writeEndObject();
            }
            values.fields((Record) decision);
        });
    }

    /** The newest closed bar of the first symbol and the strategy's timeframe; null before the first. */
    private @Nullable Bar newest() {
        return context == null || context.series().size() == 0
                ? null
                : context.series().bar(0);
    }

    private interface Rest {
        void write() throws IOException;
    }

    private void line(String kind, String what, Rest rest) {
        if (broken != null) {
            return;
        }
        try {
            empty = false;
            json.writeStartObject();
            json.writeStringField("time", now().toString());
            json.writeStringField(kind, what);
            rest.write();
            json.writeEndObject();
        } catch (IOException e) {
            broken = e; // told at the end, as the strategy must not be taken for the cause
        }
    }

    private Instant now() {
        return context == null ? Instant.EPOCH : context.now();
    }

    /**
     * Completes the file and gives it its name.
     *
     * @throws UserException when something of it could not be written
     */
    public void finish() {
        try {
            if (broken == null) {
                if (!empty) {
                    json.writeRaw("\n");
                }
                json.close();
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
        } catch (IOException e) {
            broken = e;
        }
        throw new UserException(
                "the event log " + target + " could not be written: " + broken, "make room, or choose another disk");
    }

    @Override
    public void close() {
        try {
            json.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
