package io.metaexpert.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedClassLoader;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Finds in a flight recording the first read of each source by code of one class loader. */
final class ReadFinder {
    static final String FILE = "jdk.FileRead";
    static final String SOCKET = "jdk.SocketRead";

    private final String loader;
    private final List<RecordedEvent> reads = new ArrayList<>();
    private final NavigableMap<Instant, RecordedEvent> calls = new TreeMap<>();

    ReadFinder(String loader) {
        this.loader = loader;
    }

    List<OwnRead> find(Path recording) throws IOException {
        // The calls are many, and without a read nobody asks for them.
        scan(recording, event -> {
            if (!event.getEventType().getName().equals(HandlerCall.NAME)) {
                ownFrame(event).filter(frame -> !isCode(event)).ifPresent(frame -> reads.add(event));
            }
        });
        if (reads.isEmpty()) {
            return List.of();
        }
        scan(recording, event -> {
            if (event.getEventType().getName().equals(HandlerCall.NAME)) {
                calls.put(event.getStartTime(), event);
            }
        });
        reads.sort(Comparator.comparing(RecordedEvent::getStartTime));
        Map<String, OwnRead> first = new LinkedHashMap<>();
        for (RecordedEvent event : reads) {
            first.computeIfAbsent(source(event), source -> read(source, event));
        }
        return List.copyOf(first.values());
    }

    private interface Reader {
        void see(RecordedEvent event);
    }

    private static void scan(Path recording, Reader reader) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                reader.see(file.readEvent());
            }
        }
    }

    /** The innermost frame of the strategy's own code. */
    private Optional<RecordedFrame> ownFrame(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null) {
            return Optional.empty();
        }
        for (RecordedFrame frame : stack.getFrames()) {
            RecordedClassLoader from =
                    frame.isJavaFrame() ? frame.getMethod().getType().getClassLoader() : null;
            if (from != null && loader.equals(from.getName())) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    /** A class that is loaded while a handler runs is not read by the handler. */
    private static boolean isCode(RecordedEvent event) {
        String source = source(event);
        return source.endsWith(".class") || source.endsWith(".jar");
    }

    private static String source(RecordedEvent event) {
        if (event.getEventType().getName().equals(SOCKET)) {
            String host = event.getString("host");
            return (host == null || host.isEmpty() ? event.getString("address") : host) + ":" + event.getInt("port");
        }
        return String.valueOf(event.getString("path"));
    }

    private OwnRead read(String source, RecordedEvent event) {
        Map.Entry<Instant, RecordedEvent> call = calls.floorEntry(event.getStartTime());
        RecordedFrame frame = ownFrame(event).orElseThrow();
        String method =
                frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
        String place = frame.getLineNumber() > 0 ? method + ", line " + frame.getLineNumber() : method;
        boolean network = event.getEventType().getName().equals(SOCKET);
        if (call == null) {
            return new OwnRead(source, network, "", Optional.empty(), place);
        }
        long openTimeMs = call.getValue().getLong("openTimeMs");
        return new OwnRead(
                source,
                network,
                call.getValue().getString("handler"),
                openTimeMs < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(openTimeMs)),
                place);
    }
}
