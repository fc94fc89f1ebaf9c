package io.metaexpert.launch;

import io.metaexpert.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Of a project's pom, what decides how it is compiled and run.
 *
 * @param runtimeVersion the version of the runtime, where the pom names one
 * @param release {@code maven.compiler.release}
 * @param needsMaven whether only Maven can tell the class path: there is a parent, or a dependency other than the runtime
 */
record Pom(Optional<String> runtimeVersion, Optional<String> release, boolean needsMaven) {

    static Pom parse(Path file, byte[] content) throws IOException {
        Element project;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            project = builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException e) {
            throw new UserException(file + " is not well-formed XML: " + e.getMessage(), "correct the file");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java has an XML parser", e);
        }
        return read(project);
    }

    private static Pom read(Element project) {
        Optional<Element> properties = child(project, "properties");
        Optional<String> runtime = Optional.empty();
        boolean needsMaven = child(project, "parent").isPresent();
        for (Element dependency : children(child(project, "dependencies"))) {
            if (text(dependency, "artifactId").equals("metaexpert-runtime")) {
                runtime = resolve(text(dependency, "version"), properties);
            } else if (!text(dependency, "scope").equals("test")) {
                needsMaven = true;
            }
        }
        Optional<String> release = properties
                .flatMap(all -> child(all, "maven.compiler.release"))
                .map(Element::getTextContent)
                .map(String::strip);
        return new Pom(runtime, release, needsMaven);
    }

    private static Optional<String> resolve(String value, Optional<Element> properties) {
        if (value.startsWith("${") && value.endsWith("}")) {
            String name = value.substring(2, value.length() - 1);
            return properties
                    .flatMap(all -> child(all, name))
                    .map(Element::getTextContent)
                    .map(String::strip);
        }
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private static String text(Element parent, String name) {
        return child(parent, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(Optional.of(parent)).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Optional<Element> parent) {
        List<Element> elements = new ArrayList<>();
        Optional<Node> next = parent.map(Node::getFirstChild);
        while (next.isPresent()) {
            if (next.get() instanceof Element element) {
                elements.add(element);
            }
            next = next.map(Node::getNextSibling);
        }
        return elements;
    }
}
