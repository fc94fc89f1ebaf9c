package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.testing.ExpertTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    @Test
    void metaexpertYamlIsValid() {
        assertThat(ExpertTester.configProblems(Path.of("metaexpert.yaml"))).isEmpty();
    }
}
