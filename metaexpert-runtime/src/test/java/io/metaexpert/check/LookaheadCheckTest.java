package io.metaexpert.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookaheadCheckTest {
    /** Buys when {@code rises()} and sells when not, by closed bars or by whatever the fixture puts there. */
    private static final String TRADES = """
                @OnBar
                void trade(Bar bar, ExpertContext ctx) throws Exception {
                    if (!bar.instrument().symbol().equals("AAA/USDT")) {
                        return;
                    }
                    boolean rises = rises(ctx);
                    if (rises && ctx.position().isFlat()) {
                        ctx.buy(ctx.size(), "up");
                    } else if (!rises && ctx.position().isLong()) {
                        ctx.close("down");
                    }
                }
            """;

    private static final String HONEST = TRADES + """
                private boolean rises(ExpertContext ctx) {
                    Series series = ctx.series();
                    return series.size() > 10 && series.close(0) > series.close(10);
                }
            """;

    /** The columns of a series by reflection; what the interface hides, Java does not. */
    private static final String COLUMNS = """
                private static Bars columns(Series series) throws Exception {
                    var field = series.getClass().getDeclaredField("bars");
                    field.setAccessible(true);
                    return (Bars) field.get(series);
                }
            """;

    @TempDir
    private Path folder;

    @Test
    void findsNothingInClosedBars() {
        CheckReport report = CheckedProject.of(folder, HONEST).lookahead(6);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.figures())
                .containsEntry("cuts", "6")
                .containsEntry("cuts with other decisions before them", "0");
        assertThat(Integer.parseInt(report.figures().getOrDefault("decisions", "")))
                .isGreaterThan(100);
    }

    @Test
    void findsNothingInCoarserBarsThatACutGoesThroughNorInTimers() {
        CheckReport report = CheckedProject.of(folder, """
                    private Ema ema;

                    @OnInit
                    void init(ExpertContext ctx) {
                        ema = ctx.indicators("4h").ema(5);
                    }

                    @OnBar(timeframe = "1h")
                    void trade(Bar bar, ExpertContext ctx) {
                        String symbol = bar.instrument().symbol();
                        if (ctx.series("BBB/USDT", "4h").size() > 1 && bar.close() > ctx.series("BBB/USDT", "4h").close(0)) {
                            ctx.order(symbol, Side.BUY).size(OrderSize.quote("10", "USDT")).submit();
                        }
                    }

                    @OnTimer(every = "7m")
                    void timer(ExpertContext ctx) {
                        if (ctx.series("4h").size() > 5 && ema.value() > ctx.series().close(0)) {
                            ctx.close("below");
                        }
                    }
                """).lookahead(8);

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void namesTheBarAndTheHandlerThatReachedForTheNextBarByReflection() {
        CheckReport report = CheckedProject.of(folder, TRADES + COLUMNS + """
                    private boolean rises(ExpertContext ctx) throws Exception {
                        Bars all = columns(ctx.series());
                        int next = ctx.series().size();
                        return next < all.size() && all.close(next) > all.close(next - 1);
                    }
                """).lookahead(6);

        Finding finding = report.findings().get(0);
        assertThat(finding.kind()).isEqualTo(Finding.LOOK_AHEAD);
        assertThat(finding.message()).startsWith("onBar Subject.trade decides otherwise before ");
        Difference difference = finding.difference().orElseThrow();
        assertThat(difference.handler()).isEqualTo("onBar Subject.trade");
        assertThat(difference.time()).isEqualTo(finding.cut().orElseThrow());
        assertThat(difference.bar())
                .contains("AAA/USDT@binance 15m bar of " + difference.time().minusSeconds(900));
        assertThat(difference.first()).isNotEqualTo(difference.second());
    }

    @Test
    void findsATimerThatKnowsTheVolumeToComeOfTheOtherSymbol() {
        CheckReport report = CheckedProject.of(folder, COLUMNS + """
                    @OnTimer(every = "1h")
                    void timer(ExpertContext ctx) throws Exception {
                        Bars other = columns(ctx.series("BBB/USDT", "15m"));
                        int next = ctx.series("BBB/USDT", "15m").size() + 2;
                        if (next < other.size()) {
                            ctx.order(Side.BUY).size(OrderSize.quote("10", "USDT")).limit(other.volume(next)).submit();
                        }
                    }
                """).lookahead(6);

        assertThat(report.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.kind().equals(Finding.LOOK_AHEAD));
        assertThat(report.findings().get(0).difference().orElseThrow().handler())
                .isEqualTo("onTimer Subject.timer");
    }

    @Test
    void findsOneThatKnowsHowManyBarsAreToCome() {
        CheckReport report = CheckedProject.of(folder, COLUMNS + """
                    @OnBar
                    void trade(Bar bar, ExpertContext ctx) throws Exception {
                        int left = columns(ctx.series()).size() - ctx.series().size();
                        ctx.buy(OrderSize.base(Integer.toString(1 + left)), "while it lasts");
                    }
                """).lookahead(4);

        assertThat(report.findings())
                .isNotEmpty()
                .allMatch(finding -> finding.kind().equals(Finding.LOOK_AHEAD));
    }

    @Test
    void namesWhereAStrategyReadsTheDataFileItself() {
        CheckReport report = CheckedProject.of(folder, TRADES + """
                    private final List<Double> closes = new ArrayList<>();

                    @OnInit
                    void load() throws Exception {
                        for (String line : Files.readAllLines(Path.of("%s"))) {
                            if (!line.startsWith("open")) {
                                closes.add(Double.parseDouble(line.split(",")[4]));
                            }
                        }
                    }

                    private boolean rises(ExpertContext ctx) {
                        int next = ctx.series().size();
                        return next < closes.size() && closes.get(next) > closes.get(next - 1);
                    }
                """.formatted(folder.resolve("bars/AAAUSDT-15m.csv")))
                .lookahead(4);

        assertThat(report.findings()).as(report.toString()).hasSize(1);
        assertThat(report.findings().get(0).kind()).isEqualTo(Finding.READS_DATA);
        assertThat(report.findings().get(0).message())
                .contains("bars/AAAUSDT-15m.csv in onInit Subject.load", "demo.Subject.load, line ");
        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("Behind the cuts the strategy decided as before");
    }

    @Test
    void namesWhereAStrategyTakesHigherBarsFromTheCatalogByTheWallClock() {
        CheckReport report = CheckedProject.of(folder, TRADES + """
                    private boolean rises(ExpertContext ctx) {
                        if (ctx.series().size() != 500) {
                            return false;
                        }
                        var loaded = new DataCatalog(Path.of("%s"))
                                .load("bars", Path.of("%s"), "AAA/USDT", GapPolicy.KEEP);
                        Bars hours = BarResampler.resample(loaded.bars(), Timeframe.H4);
                        int newest = hours.indexAtOrAfter(ctx.now().toEpochMilli()) - 1;
                        boolean closed = hours.closeTimeMs(newest) <= System.currentTimeMillis();
                        return closed && hours.close(newest) > hours.open(newest);
                    }
                """.formatted(folder.resolve("home"), folder))
                .lookahead(4);

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings().get(0).kind()).isEqualTo(Finding.READS_DATA);
        assertThat(report.findings().get(0).message())
                .contains("in onBar Subject.trade at the bar of 2024-01-06T04:45:00Z", "demo.Subject.rises");
    }

    @Test
    void notesOtherFilesThatAStrategyReads() {
        CheckReport report = CheckedProject.of(folder, HONEST + """
                    @OnInit
                    void load() throws Exception {
                        Files.readString(Path.of("%s"));
                    }
                """.formatted(folder.resolve("metaexpert.yaml")))
                .lookahead(2);

        assertThat(report.findings()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .contains("itself reads", "metaexpert.yaml in onInit Subject.load");
    }

    @Test
    void findsOneThatRemembersAnEarlierRun() {
        CheckReport report = CheckedProject.of(folder, TRADES + """
                    private static final List<Double> SEEN = new ArrayList<>();

                    private boolean rises(ExpertContext ctx) {
                        int next = ctx.series().size();
                        boolean rises = next < SEEN.size() && SEEN.get(next) > ctx.series().close(0);
                        if (SEEN.size() < next) {
                            SEEN.add(ctx.series().close(0));
                        }
                        return rises;
                    }
                """).lookahead(2);

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).kind()).isEqualTo(Finding.STATIC_STATE);
        assertThat(report.findings().get(0).message()).contains("onBar Subject.trade", "Subject.SEEN");
    }

    @Test
    void doesNotBlameTheFutureForChance() {
        CheckReport report = CheckedProject.of(folder, TRADES + """
                    private final Random random = new Random();

                    private boolean rises(ExpertContext ctx) {
                        return random.nextBoolean();
                    }
                """).lookahead(2);

        assertThat(report.findings()).extracting(Finding::kind).isEqualTo(List.of(Finding.NOT_DETERMINISTIC));
    }

    @Test
    void notesThatNothingWasDecided() {
        CheckReport report =
                CheckedProject.of(folder, "@OnBar void look(Bar bar) {}").lookahead(2);

        assertThat(report.clean()).isTrue();
        assertThat(report.notes()).singleElement().asString().contains("decided nothing");
    }

    @Test
    void saysTheSameForTheSameSeed() {
        CheckedProject project = CheckedProject.of(folder, TRADES + COLUMNS + """
                    private boolean rises(ExpertContext ctx) throws Exception {
                        Bars all = columns(ctx.series());
                        int next = ctx.series().size() + 20;
                        return next < all.size() && all.high(next) > ctx.series().high(0);
                    }
                """);

        assertThat(project.lookahead(3)).isEqualTo(project.lookahead(3));
    }
}
