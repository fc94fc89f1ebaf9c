package io.metaexpert.config;

import io.metaexpert.config.Raw.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a configuration. Precedence, lowest first: default, file, profile file, environment, command line. Every problem
 * of every source is reported at once, overridden values included.
 */
public final class ConfigLoader {
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    private final List<Problem> problems = new ArrayList<>();
    private final Layers layers = new Layers(problems);

    /** Whether all files were read to their end; without, what fits together is not known. */
    private boolean complete = true;

    private ConfigLoader() {}

    /** Reads all sources. Never throws for a mistake of the user, files that cannot be read included. */
    public static ConfigResult load(ConfigSource source) {
        ConfigLoader loader = new ConfigLoader();
        loader.read(source.file());
        source.profile().ifPresent(profile -> loader.profile(source.file(), profile));
        return loader.finish(source.file().toString(), source.environment(), source.sets());
    }

    /** Reads a text as if it were {@code metaexpert.yaml}. */
    public static ConfigResult parse(String yaml) {
        return parse(yaml, Map.of(), List.of());
    }

    /** Reads a text as if it were {@code metaexpert.yaml}, with environment and settings of the command line. */
    public static ConfigResult parse(String yaml, Map<String, String> environment, List<String> sets) {
        ConfigLoader loader = new ConfigLoader();
        loader.yaml("metaexpert.yaml", yaml);
        return loader.finish("metaexpert.yaml", environment, sets);
    }

    private void broken(Problem problem) {
        problems.add(problem);
        complete = false;
    }

    private void profile(Path file, String profile) {
        if (!PROFILE.matcher(profile).matches()) {
            broken(new Place("--profile", 0, 0)
                    .problem("", "", "a profile's name has letters, digits, - and _ only", "", ""));
            return;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        read(file.resolveSibling(stem + "-" + profile + (dot < 0 ? "" : name.substring(dot))));
    }

    private void read(Path path) {
        String file = path.toString();
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                whole(file, "is larger than 1 MB", "a configuration is a page or two");
            } else {
                utf8(file, bytes);
            }
        } catch (NoSuchFileException e) {
            whole(file, "there is no such file", "make a project with `metaexpert new NAME`, or name the file");
        } catch (IOException e) {
            whole(file, Files.isDirectory(path) ? "is a folder, not a file" : "cannot be read", "");
        }
    }

    private void utf8(String file, byte[] bytes) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        ByteBuffer in = mark ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        out.flip();
        if (result.isError()) {
            String before = out.toString();
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            broken(new Place(file, line, before.length() - before.lastIndexOf('\n'))
                    .problem("", "", "is not UTF-8 text", "", "save the file as UTF-8"));
        } else {
            yaml(file, out.toString());
        }
    }

    private void yaml(String file, String text) {
        try {
            layers.file(YamlTree.parse(file, text));
        } catch (YamlTree.Broken broken) {
            broken(broken.place().problem("", "", String.valueOf(broken.getMessage()), "", ""));
        }
    }

    private void whole(String file, String message, String hint) {
        broken(new Place(file, 0, 0).problem("", "", message, "", hint));
    }

    private ConfigResult finish(String file, Map<String, String> environment, List<String> sets) {
        layers.environment(environment);
        layers.sets(sets);
        Values values = new Values(layers.values(), layers.unusable(), file);
        if (complete) {
            problems.addAll(Checks.run(values));
        }
        return problems.isEmpty()
                ? new ConfigResult(Optional.of(Assembly.config(values, layers.inputs())), List.of())
                : new ConfigResult(Optional.empty(), problems);
    }
}
