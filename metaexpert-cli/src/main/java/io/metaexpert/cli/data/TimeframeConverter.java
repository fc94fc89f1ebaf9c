package io.metaexpert.cli.data;

import io.metaexpert.market.Timeframe;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 15m}; case matters. */
final class TimeframeConverter implements ITypeConverter<Timeframe> {
    @Override
    public Timeframe convert(String text) {
        return Timeframe.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + Arrays.stream(Timeframe.values())
                                .map(Timeframe::toString)
                                .collect(Collectors.joining(" "))));
    }
}
