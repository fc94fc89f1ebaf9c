package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.testing.ExpertTester;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The same class on the same data gives the same figures. A change here means that the strategy trades differently. */
class ${className}BacktestTest {
    @Test
    void givesTheGoldenFiguresOnRecordedData() throws IOException {
        BacktestResult result = ExpertTester.of(${className}.class)
                .symbol("BTC/USDT")
                .timeframe("15m")
                .capital("10000 USDT")
                .fees("0.1%")
                .sample()
                .end();

        Properties golden = golden();
        double finalEquity = result.equity().equity(result.equity().size() - 1);
        assertThat(result.fills())
                .as("fills (final equity was %.2f)", finalEquity)
                .hasSize(Integer.parseInt(golden.getProperty("fills")));
        assertThat(finalEquity)
                .as("final equity")
                .isCloseTo(Double.parseDouble(golden.getProperty("final-equity")), within(0.01));
    }

    private static Properties golden() throws IOException {
        Properties golden = new Properties();
        try (InputStream file = ${className}BacktestTest.class.getResourceAsStream("/golden.properties")) {
            golden.load(file);
        }
        return golden;
    }
}
