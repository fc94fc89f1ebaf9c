import java.nio.file.Files
import java.nio.file.Path
import javax.xml.parsers.DocumentBuilderFactory

// Runs in the archetype plugin after all files are written. In batch mode the plugin does not look at the rules of the properties; the
// property `checked` has done so before anything was written, unless it was set by hand. So the rules are applied once more here.

Path output = Path.of(request.outputDirectory).toAbsolutePath().normalize()
Path project = output.resolve(request.artifactId).normalize()

String refused = null
def descriptor = Thread.currentThread().contextClassLoader.getResourceAsStream("META-INF/maven/archetype-metadata.xml")
def required = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(descriptor).getElementsByTagName("requiredProperty")
for (int i = 0; i < required.length; i++) {
    String key = required.item(i).getAttribute("key")
    String rule = required.item(i).getElementsByTagName("validationRegex").item(0).textContent
    String value = request.properties.getProperty(key, "")
    if (refused == null && !value.matches(rule)) {
        refused = "property " + key + " must not be [" + value + "]; allowed: " + rule
    }
}

if (refused != null) {
    if (project.parent == output) {
        // The pom was written first, so what is older is not ours.
        def since = Files.getLastModifiedTime(project.resolve("pom.xml"))
        List<Path> tree = Files.walk(project).sorted(Comparator.reverseOrder()).toList()
        for (Path path : tree) {
            if (Files.isRegularFile(path) && Files.getLastModifiedTime(path) >= since) {
                Files.delete(path)
            } else if (Files.isDirectory(path) && Files.list(path).withCloseable { it.findAny().isEmpty() }) {
                Files.delete(path)
            }
        }
    }
    throw new IllegalArgumentException("Nothing was created: " + refused)
}

project.resolve("mvnw").toFile().setExecutable(true, false)
