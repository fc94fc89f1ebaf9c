package io.metaexpert.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.metaexpert.config.MetaExpertConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsOfTheEnvironmentTest {
    @Test
    void areMaskedForEveryExchangeAndBothSystems() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (MetaExpertConfig.Exchange.Name exchange : MetaExpertConfig.Exchange.Name.values()) {
            for (String system : List.of("", "TESTNET_")) {
                for (String kind : List.of("API_KEY", "API_SECRET", "API_PASSPHRASE")) {
                    String variable = exchange.name().toUpperCase(Locale.ROOT) + "_" + system + kind;
                    environment.put(variable, "value-of-" + variable.toLowerCase(Locale.ROOT));
                }
            }
        }
        SecretMask mask = new SecretMask(environment);

        assertThat(environment.values())
                .hasSize(30)
                .allSatisfy(value -> assertThat(mask.apply("sent " + value + " to the exchange"))
                        .isEqualTo("sent *** to the exchange"));
    }
}
