import java.nio.file.Path

// The bits that a template cannot carry.
Path project = Path.of(request.outputDirectory, request.artifactId)
project.resolve("mvnw").toFile().setExecutable(true, false)
