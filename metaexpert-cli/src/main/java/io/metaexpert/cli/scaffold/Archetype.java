package io.metaexpert.cli.scaffold;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The archetype on the class path: its properties with their rules, and its files. The same description serves the Maven plugin.
 *
 * @param properties by key, in the order of the descriptor
 * @param templates what each template does, by name; the first is the default
 */
record Archetype(Map<String, Property> properties, List<TemplateFile> files, Map<String, String> templates) {
    static final String DESCRIPTOR = "META-INF/maven/archetype-metadata.xml";
    static final String RESOURCES = "archetype-resources/";

    /** @param defaultValue empty when there is none, or when it is an expression of the plugin's */
    record Property(Optional<String> defaultValue, Pattern rule) {
        boolean allows(String value) {
            return rule.matcher(value).matches();
        }

        /** The words to choose from; the rule itself where it is no list of words. */
        List<String> choices() {
            return List.of(rule.pattern().split("\\|"));
        }
    }

    /**
     * One file of the tree.
     *
     * @param directory where it goes, with a slash at the end, or empty
     * @param filtered whether it is a template or copied as it is
     * @param packaged whether it goes to the folder of the package
     */
    record TemplateFile(String directory, String name, boolean filtered, boolean packaged) {
        String resource() {
            return RESOURCES + directory + name;
        }
    }

    Property property(String key) {
        return Objects.requireNonNull(properties.get(key), key);
    }

    /** Reads the descriptor. */
    static Archetype load() {
        Element root = parse(bytes(DESCRIPTOR)).getDocumentElement();
        return new Archetype(readProperties(root), readFiles(root), readTemplates());
    }

    /** The bytes of a file in the archetype's jar. */
    static byte[] bytes(String resource) {
        try (InputStream in = Archetype.class.getClassLoader().getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URL location() {
        return Objects.requireNonNull(Archetype.class.getClassLoader().getResource(DESCRIPTOR), DESCRIPTOR);
    }

    private static Map<String, Property> readProperties(Element root) {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (Element element : children(root, "requiredProperty")) {
            Optional<String> value =
                    text(element, "defaultValue").filter(text -> !text.contains("${") && !text.contains("#"));
            String rule = text(element, "validationRegex").orElseThrow();
            properties.put(element.getAttribute("key"), new Property(value, Pattern.compile(rule)));
        }
        return properties;
    }

    private static List<TemplateFile> readFiles(Element root) {
        List<TemplateFile> files = new ArrayList<>();
        files.add(new TemplateFile("", "pom.xml", true, false));
        for (Element set : children(root, "fileSet")) {
            String directory = text(set, "directory").orElse("");
            for (Element include : children(set, "include")) {
                files.add(new TemplateFile(
                        directory.isEmpty() ? "" : directory + "/",
                        include.getTextContent(),
                        Boolean.parseBoolean(set.getAttribute("filtered")),
                        Boolean.parseBoolean(set.getAttribute("packaged"))));
            }
        }
        return files;
    }

    private static Map<String, String> readTemplates() {
        Map<String, String> templates = new LinkedHashMap<>();
        String text = new String(bytes("experts/templates.properties"), StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            templates.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return templates;
    }

    private static List<Element> children(Element parent, String tag) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Optional<String> text(Element parent, String tag) {
        return children(parent, tag).stream().findFirst().map(Element::getTextContent);
    }

    /** Parses XML without document types, so nothing outside is read. */
    static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // throws, where the usual one prints as well
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("not readable as XML: " + e.getMessage(), e);
        }
    }
}
