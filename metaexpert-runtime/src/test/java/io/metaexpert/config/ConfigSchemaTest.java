package io.metaexpert.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigSchemaTest {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(ConfigSchema.json());

    static List<KeyExamples> free() {
        return KeyExamples.free();
    }

    static List<KeyExamples> waiting() {
        return KeyExamples.waiting();
    }

    private static boolean accepts(String yaml) throws Exception {
        return SCHEMA.validate(new YAMLMapper().readTree(yaml)).isEmpty();
    }

    @Test
    void isAValidSchemaItself() throws Exception {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        JsonNode schema = new ObjectMapper().readTree(ConfigSchema.json());

        assertThat(meta.validate(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("free")
    void acceptsWhatTheLoaderAccepts(KeyExamples example) throws Exception {
        assertThat(accepts(KeyExamples.yaml(example.path(), example.valid()))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void acceptsTheNeutralValueAloneWhereTheLoaderDoes(KeyExamples example) throws Exception {
        assertThat(accepts(KeyExamples.yaml(
                        example.path(), Keys.get(example.path()).defaultText())))
                .isTrue();
        assertThat(accepts(KeyExamples.yaml(example.path(), example.valid()))).isFalse();
    }

    @Test
    void refusesUnknownKeysAndBareNumbers() throws Exception {
        assertThat(accepts("strategy: {symbl: BTC/USDT}")).isFalse();
        assertThat(accepts("stratgy: {}")).isFalse();
        assertThat(accepts("execution: {slippage: 0.1}")).isFalse();
        assertThat(accepts("backtest: {fees: {taker: 0.1}}")).isFalse();
        assertThat(accepts("sizing: {leverage: 3}")).isFalse();
    }

    @Test
    void acceptsListsInputsAndEmptySections() throws Exception {
        assertThat(accepts("strategy: {symbol: [BTC/USDT, ETHUSDT]}\ninputs: {fast: 12, name: x, on: true}\nrisk:\n"))
                .isTrue();
    }
}
