package io.metaexpert.config;

import java.util.stream.Collectors;

/** The reference page of all keys, as Markdown. */
public final class ConfigReference {
    private static final String INTRODUCTION = """
            # Configuration reference

            All keys of `metaexpert.yaml`. This page is made from the code that reads them.

            Precedence, lowest first: the default below, `metaexpert.yaml`, `metaexpert-<profile>.yaml` (`--profile <profile>`),
            the environment variable `METAEXPERT_<SECTION>_<KEY>` (`METAEXPERT_SIZING_VALUE`,
            `METAEXPERT_BACKTEST_FEES_TAKER`; `METAEXPERT_INPUTS_FAST_PERIOD` is `inputs.fastPeriod`), `--set section.key=value`.

            A unit is part of its value: `2%`, `1000 USDT`, `0.01 BTC`, `150ms`, `10x`. A bare number where a unit is needed is
            refused. A dot in a key below is a level in the file: `backtest.fees.taker` is `taker:` under `fees:` under `backtest:`.

            Secrets never stand in a configuration: a key that looks like a credential is refused. They are read from the
            environment: `<EXCHANGE>_API_KEY`, `<EXCHANGE>_API_SECRET` and, for OKX, Bitget and KuCoin, `<EXCHANGE>_API_PASSPHRASE`.

            No key is without effect: what a version cannot do yet it refuses, except at the neutral value.

            `metaexpert validate config` checks a file and reports all problems at once; `--json` for programs, `--schema` for
            the JSON Schema that editors complete from. Tags, anchors' aliases and files above 1 MB are refused.
            """;

    private ConfigReference() {}

    /** The whole page. */
    public static String markdown() {
        return INTRODUCTION
                + Keys.SECTIONS.stream().map(ConfigReference::section).collect(Collectors.joining());
    }

    private static String section(String name) {
        if (name.equals(Keys.INPUTS)) {
            return """

                    ## inputs

                    Values for the `@Input` fields of the strategy, by the field's name: `fastPeriod: 20`. A name that is no such
                    field and a value out of its range are refused when the strategy is bound.
                    """;
        }
        return "\n## " + name + "\n\n| key | default | values | meaning |\n|---|---|---|---|\n"
                + Keys.ALL.values().stream()
                        .filter(key -> key.section().equals(name))
                        .map(ConfigReference::row)
                        .collect(Collectors.joining());
    }

    private static String row(Key<?> key) {
        return "| `%s` | `%s` | %s | %s |%n"
                .formatted(key.path(), key.defaultText(), key.allowed(), key.description())
                .replace(System.lineSeparator(), "\n");
    }
}
