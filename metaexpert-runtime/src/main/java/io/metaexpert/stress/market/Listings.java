package io.metaexpert.stress.market;

import io.metaexpert.market.ContractType;
import io.metaexpert.market.Instrument;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.risk.StressGap;
import io.metaexpert.stress.scenario.Family;
import io.metaexpert.stress.scenario.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is traded in a scenario: the project's instruments, or some of five for the built-in traders. */
public final class Listings {
    /** Base asset, price, and increments of price and quantity as Binance has them for linear contracts. */
    private record Asset(String name, double price, String priceIncrement, String quantityIncrement) {}

    private static final Asset BTC = new Asset("BTC", 60_000, "0.1", "0.001");
    private static final Asset ETH = new Asset("ETH", 3_000, "0.01", "0.001");
    private static final Asset SOL = new Asset("SOL", 150, "0.01", "0.01");
    private static final Asset XRP = new Asset("XRP", 0.6, "0.0001", "0.1");
    private static final Map<String, Double> PRICES = Map.of(
            "BTC", 60_000.0, "ETH", 3_000.0, "BNB", 600.0, "SOL", 150.0, "LTC", 80.0, "XRP", 0.6, "ADA", 0.5, "DOGE",
            0.15);
    private static final double USUAL_PRICE = 10;
    /** So many steps make a price, so that increments do not hide small moves. */
    private static final double STEPS = 5_000;
    /** What other symbols take of a move that is not a crash of all. */
    private static final double OTHERS = 0.3;

    private static final BigDecimal MAKER = new BigDecimal("0.0002");
    private static final BigDecimal TAKER = new BigDecimal("0.0005");
    private static final BigDecimal SPOT_FEE = new BigDecimal("0.001");

    private Listings() {}

    /** What a built-in trader has. */
    public static List<Traded> builtIn(Scenario scenario, String venue) {
        List<Asset> assets = scenario.firstAlt() ? List.of(SOL, BTC, XRP) : List.of(BTC, SOL, ETH);
        List<Instrument> instruments = new ArrayList<>();
        for (Asset asset : assets.subList(0, scenario.symbols())) {
            instruments.add(instrument(asset, scenario.contract(), venue));
        }
        return of(instruments, scenario);
    }

    /** The instruments with their prices and their part in the event. */
    public static List<Traded> of(List<Instrument> instruments, Scenario scenario) {
        boolean together = scenario.episode(Family.CORRELATED).isPresent();
        List<Traded> traded = new ArrayList<>();
        for (int i = 0; i < instruments.size(); i++) {
            Instrument instrument = instruments.get(i);
            // Each has a beta of its own in a crash of all: 1, 0.85, 1.15 and so on.
            double beta = i == 0 ? 1 : i % 2 == 1 ? 0.85 : 1.15;
            traded.add(new Traded(
                    instrument,
                    StressGap.MAJOR_ASSETS.contains(instrument.baseCurrency()),
                    price(instrument),
                    i == 0 || together ? beta : OTHERS));
        }
        return traded;
    }

    private static double price(Instrument instrument) {
        double usual = PRICES.getOrDefault(instrument.baseCurrency(), USUAL_PRICE);
        return Math.max(usual, STEPS * instrument.priceIncrement().doubleValue());
    }

    private static Instrument instrument(Asset asset, ContractType type, String venue) {
        boolean inverse = type == ContractType.INVERSE;
        String quote = inverse ? "USD" : "USDT";
        BigDecimal size = !inverse ? BigDecimal.ONE : new BigDecimal(asset.equals(BTC) ? 100 : 10);
        return new Instrument(
                new InstrumentId(venue, asset.name + "/" + quote),
                type,
                asset.name,
                quote,
                new BigDecimal(asset.priceIncrement),
                inverse ? BigDecimal.ONE : new BigDecimal(asset.quantityIncrement),
                new BigDecimal(5),
                size,
                type == ContractType.SPOT ? SPOT_FEE : MAKER,
                type == ContractType.SPOT ? SPOT_FEE : TAKER);
    }
}
