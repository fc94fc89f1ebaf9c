package io.metaexpert.stress.scenario;

import io.metaexpert.market.ContractType;
import java.util.List;
import java.util.Optional;

/**
 * Draws scenarios: draw {@code n} of a seed, a half and a group is always the same one. Immutable.
 *
 * <p>Each group has a sequence of its own, so that each is filled evenly; the half that is held out has another seed, not every other draw.
 */
public final class ScenarioSource {
    private static final long HELD_OUT = 0x9E3779B97F4A7C15L;
    private static final double SPOT = 0.12;
    private static final double INVERSE = 0.32;

    private final List<Trader> traders;

    /** @param traders among whom each scenario has one */
    public ScenarioSource(List<Trader> traders) {
        this.traders = List.copyOf(traders);
    }

    /** The draws of one group. */
    public Sequence sequence(long seed, boolean heldOut, String group) {
        long mixed = mix(seed ^ (heldOut ? HELD_OUT : 0)) ^ group.hashCode();
        return new Sequence(seed, heldOut, group, new Halton(Dimension.values().length, mix(mixed)));
    }

    /** The scenario of an id. */
    public Scenario draw(ScenarioId id) {
        return sequence(id.seed(), id.heldOut(), id.group()).draw(id.index());
    }

    /** Finalizer of MurmurHash3, by Appleby: near seeds become far ones. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** The draws of one group; see {@link #sequence}. */
    public final class Sequence {
        private final long seed;
        private final boolean heldOut;
        private final String group;
        private final Halton points;

        private Sequence(long seed, boolean heldOut, String group, Halton points) {
            this.seed = seed;
            this.heldOut = heldOut;
            this.group = group;
            this.points = points;
        }

        /** Draw {@code index}, from 0. */
        public Scenario draw(int index) {
            ScenarioId id = new ScenarioId(seed, heldOut, group, index);
            double[] point = points.point(index);
            List<Episode> episodes = EpisodeDraw.episodes(group, point);
            int choice = (int) (Dimension.TRADER.of(point) * traders.size());
            Trader trader = traders.get(choice);
            if (id.isCalm() && traders.contains(Trader.ALWAYS_MAX) && index % 2 == 0) {
                trader = Trader.ALWAYS_MAX;
            }
            boolean together = episodes.stream().anyMatch(e -> e.family() == Family.CORRELATED);
            ContractType contract = contract(Dimension.CONTRACT.of(point), together);
            boolean future = contract != ContractType.SPOT;
            return new Scenario(
                    id,
                    trader,
                    future && Dimension.LEAN.of(point) >= 0.5 ? -1 : 1,
                    contract,
                    contract == ContractType.INVERSE ? 1 : symbols(Dimension.SYMBOLS.of(point), together),
                    Dimension.SYMBOLS.of(point) * 10 % 1 >= 0.5,
                    future && Dimension.MODE.of(point) < 0.25,
                    future ? (int) Math.round(Ranges.LEVERAGE.at(Dimension.LEVERAGE.of(point))) : 1,
                    isPartial(episodes, Dimension.PARTIAL.of(point)),
                    Ranges.USUAL_DEPTH.at(Dimension.DEPTH.of(point)),
                    Ranges.LATENCY_MS.at(Dimension.LATENCY.of(point)),
                    Ranges.CALM_VOLATILITY.at(Dimension.CALM_VOLATILITY.of(point)),
                    Dimension.START.of(point),
                    Dimension.EVENT_AT.of(point),
                    episodes,
                    restart(id, point),
                    Dimension.LOST.of(point) < 0.5,
                    mix(seed + ((long) (Dimension.NOISE.of(point) * 1e9)) * 31 + index));
        }
    }

    private static ContractType contract(double share, boolean together) {
        if (share < SPOT) {
            return ContractType.SPOT;
        }
        return share < INVERSE && !together ? ContractType.INVERSE : ContractType.LINEAR;
    }

    /** One in half of the scenarios, else two or three; several where they move together. */
    private static int symbols(double share, boolean together) {
        int more = share < 0.75 ? 2 : 3;
        return together || share >= 0.5 ? more : 1;
    }

    private static boolean isPartial(List<Episode> episodes, double share) {
        boolean thin = episodes.stream().anyMatch(e -> e.family() == Family.LIQUIDITY || e.family() == Family.CASCADE);
        return thin || share < 0.3;
    }

    private static Optional<Scenario.Restart> restart(ScenarioId id, double[] point) {
        if (id.isCalm() || Dimension.RESTART.of(point) >= 0.15) {
            return Optional.empty();
        }
        return Optional.of(new Scenario.Restart(
                Dimension.RESTART_AT.of(point), Ranges.DOWN_SECONDS.at(Dimension.DOWN_TIME.of(point))));
    }
}
