package io.metaexpert.cli.scaffold;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.implement.IncludeRelativePath;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.slf4j.helpers.NOPLogger;

/**
 * Makes a project of the archetype's templates, byte for byte as the Maven archetype plugin 3.4.1 does: the same engine with the same
 * settings, the same rule for names of files.
 */
final class Renderer {
    private static final Pattern TOKEN = Pattern.compile("__((?:[^_]+_)*[^_]+)__");

    private final VelocityEngine velocity = new VelocityEngine(settings());
    private final Archetype archetype;

    Renderer(Archetype archetype) {
        this.archetype = archetype;
        velocity.setProperty(RuntimeConstants.RUNTIME_LOG_INSTANCE, NOPLogger.NOP_LOGGER);
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("resource.loaders", "classpath");
        settings.setProperty("resource.loader.classpath.class", ClasspathResourceLoader.class.getName());
        settings.setProperty("event_handler.include.class", IncludeRelativePath.class.getName());
        settings.setProperty("introspector.conversion_handler.class", "none");
        settings.setProperty("parser.space_gobbling", "bc");
        settings.setProperty("directive.if.empty_check", "false");
        settings.setProperty("parser.allow_hyphen_in_identifiers", "true");
        settings.setProperty("velocimacro.enable_bc_mode", "true");
        settings.setProperty("velocimacro.inline.replace_global", "true");
        settings.setProperty("event_handler.invalid_references.quiet", "true");
        settings.setProperty("event_handler.invalid_references.null", "true");
        settings.setProperty("event_handler.invalid_references.tested", "true");
        return settings;
    }

    ProjectFiles render(ProjectSpec spec) {
        VelocityContext context = new VelocityContext(new HashMap<String, Object>(spec.properties()));
        Map<Path, byte[]> contents = new HashMap<>();
        for (Archetype.TemplateFile file : archetype.files()) {
            contents.put(path(file, spec), file.filtered() ? merge(file, context) : Archetype.bytes(file.resource()));
        }
        return new ProjectFiles(contents);
    }

    private byte[] merge(Archetype.TemplateFile file, VelocityContext context) {
        StringWriter text = new StringWriter();
        velocity.mergeTemplate(file.resource(), StandardCharsets.UTF_8.name(), context, text);
        String unified = text.toString().replace("\r\n", "\n").replace("\n", System.lineSeparator());
        return unified.getBytes(StandardCharsets.UTF_8);
    }

    private static Path path(Archetype.TemplateFile file, ProjectSpec spec) {
        String folder = file.packaged() ? spec.get("package").replace('.', '/') + "/" : "";
        return Path.of(TOKEN.matcher(file.directory() + folder + file.name())
                .replaceAll(token -> Matcher.quoteReplacement(spec.get(token.group(1)))));
    }
}
