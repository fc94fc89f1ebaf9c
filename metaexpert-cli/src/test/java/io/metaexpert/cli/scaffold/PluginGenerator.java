package io.metaexpert.cli.scaffold;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.maven.archetype.ArchetypeGenerationRequest;
import org.apache.maven.archetype.common.DefaultArchetypeArtifactManager;
import org.apache.maven.archetype.common.DefaultArchetypeFilesResolver;
import org.apache.maven.archetype.common.DefaultPomManager;
import org.apache.maven.archetype.generator.DefaultFilesetArchetypeGenerator;
import org.apache.velocity.VelocityContext;
import org.codehaus.plexus.velocity.VelocityComponent;
import org.codehaus.plexus.velocity.VelocityComponentConfigurator;
import org.codehaus.plexus.velocity.internal.DefaultVelocityComponent;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The generator of the Maven archetype plugin itself, on a jar of the archetype without its script, which takes long to compile. */
final class PluginGenerator {
    private final Path folder;
    private final File jar;
    private final VelocityComponent velocity;
    private final DefaultFilesetArchetypeGenerator generator;

    PluginGenerator(Path folder) throws IOException {
        ((Logger) LoggerFactory.getLogger(DefaultFilesetArchetypeGenerator.class)).setLevel(Level.WARN);
        ((Logger) LoggerFactory.getLogger("org.apache.velocity")).setLevel(Level.OFF);
        this.folder = folder;
        this.jar = jar(folder.resolve("archetype.jar")).toFile();
        this.velocity = new DefaultVelocityComponent(configurator());
        this.generator = new DefaultFilesetArchetypeGenerator(
                new DefaultArchetypeArtifactManager(),
                new DefaultArchetypeFilesResolver(),
                new DefaultPomManager(),
                velocity);
    }

    /** Generates into a new folder and answers the project's. */
    Path generate(ProjectSpec spec, String output) throws Exception {
        Properties properties = new Properties();
        properties.putAll(spec.properties());
        properties.setProperty("checked", "yes");
        ArchetypeGenerationRequest request = new ArchetypeGenerationRequest()
                .setGroupId(spec.get("groupId"))
                .setArtifactId(spec.get("artifactId"))
                .setVersion(spec.get("version"))
                .setPackage(spec.get("package"))
                .setProperties(properties)
                .setOutputDirectory(
                        folder.resolve(spec.get("template")).resolve(output).toString());
        Files.createDirectories(Path.of(request.getOutputDirectory()));
        generator.generateArchetype(request, jar);
        return Path.of(request.getOutputDirectory(), spec.get("artifactId"));
    }

    /** The default of a property as the plugin finds it. */
    String defaultOf(String key, Map<String, String> properties) {
        NodeList required =
                Archetype.parse(Archetype.bytes(Archetype.DESCRIPTOR)).getElementsByTagName("requiredProperty");
        for (int i = 0; i < required.getLength(); i++) {
            Element property = (Element) required.item(i);
            if (property.getAttribute("key").equals(key)) {
                String text =
                        property.getElementsByTagName("defaultValue").item(0).getTextContent();
                StringWriter value = new StringWriter();
                velocity.getEngine()
                        .evaluate(new VelocityContext(new HashMap<String, Object>(properties)), value, key, text);
                return value.toString();
            }
        }
        throw new IllegalArgumentException("no property " + key);
    }

    private static VelocityComponentConfigurator configurator() {
        try {
            Constructor<?> constructor = Class.forName("org.apache.maven.archetype.VelocityConfigurator")
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return (VelocityComponentConfigurator) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path jar(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            String location = Archetype.location().toString();
            if (location.startsWith("jar:")) {
                copyJar(Path.of(URI.create(location.substring(4, location.indexOf("!/")))), zip);
            } else {
                String root = location.substring(0, location.length() - Archetype.DESCRIPTOR.length());
                copyFolder(Path.of(URI.create(root)), zip);
            }
        }
        return file;
    }

    private static void copyJar(Path jar, ZipOutputStream zip) throws IOException {
        try (ZipFile source = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    source.stream().filter(entry -> !entry.isDirectory()).toList()) {
                add(zip, entry.getName(), source.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static void copyFolder(Path folder, ZipOutputStream zip) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                add(zip, folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        if (!name.endsWith(".groovy")) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        }
    }
}
