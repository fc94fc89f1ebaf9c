package io.metaexpert.stress.scenario;

import java.util.List;

/** Turns a point into what happens. */
final class EpisodeDraw {
    private EpisodeDraw() {}

    static List<Episode> episodes(String group, double[] point) {
        return switch (group) {
            case ScenarioId.CALM -> List.of();
            case ScenarioId.PAIRS -> pair(point);
            default -> List.of(episode(Family.find(group).orElseThrow(), point, Dimension.FACTOR.of(point), 1));
        };
    }

    /** Two different families, which share one move between them: no day had two worst moves at once. */
    private static List<Episode> pair(double[] point) {
        Family[] all = Family.values();
        int code = (int) (Dimension.SECOND.of(point) * all.length * (all.length - 1));
        int first = code / (all.length - 1);
        int second = code % (all.length - 1);
        second += second >= first ? 1 : 0;
        double split = Dimension.SPLIT.of(point);
        double factor = Dimension.FACTOR.of(point);
        return List.of(
                episode(all[first], point, factor, split), episode(all[second], point, (factor + 0.5) % 1, 1 - split));
    }

    /** @param part of the move that is this family's */
    private static Episode episode(Family family, double[] point, double factor, double part) {
        double severity = Dimension.SEVERITY.of(point);
        double length = Dimension.LENGTH.of(point);
        double rebound = Dimension.REBOUND.of(point);
        return switch (family) {
            case GAP -> jump(family, severity, part, 1, 600, 0, rebound);
            case FLASH_CRASH -> {
                double fall = Ranges.FLASH_SECONDS.at(length);
                double back = fall * (1 + 4 * factor);
                yield slide(family, severity, part, 0, fall + back, fall / (fall + back), 0.4 + 0.6 * rebound, 1, 1);
            }
            case CASCADE ->
                slide(
                        family,
                        severity,
                        part,
                        0,
                        Ranges.CASCADE_SECONDS.at(length),
                        0.8,
                        0.5 * rebound,
                        (int) Math.round(Ranges.LEGS.at(factor)),
                        1);
            case LIQUIDITY -> aside(family, severity, part, length, rebound, Ranges.DEPTH.at(factor));
            case STALE_FEED, OUTAGE ->
                jump(family, severity, part, 0, Ranges.BLIND_SECONDS.at(Dimension.BLIND.of(point)), 1, 0);
            case FEE_SPIKE -> aside(family, severity, part, length, rebound, Ranges.FEE.at(factor));
            case VOLATILITY -> aside(family, severity, part, length, rebound, Ranges.VOLATILITY.at(factor));
            case SPREAD -> aside(family, severity, part, length, rebound, Ranges.SPREAD.at(factor));
            case CORRELATED ->
                slide(
                        family,
                        severity,
                        part,
                        0.3 * Dimension.JUMP_SHARE.of(point),
                        Ranges.SLIDE_SECONDS.at(length),
                        0.6,
                        0.6 * rebound,
                        1,
                        1);
        };
    }

    private static Episode jump(
            Family family, double severity, double part, double jump, double seconds, double worstAt, double rebound) {
        return new Episode(
                family,
                part * Ranges.jump(severity, true),
                part * Ranges.jump(severity, false),
                jump,
                seconds,
                worstAt,
                rebound,
                1,
                1);
    }

    private static Episode slide(
            Family family,
            double severity,
            double part,
            double jump,
            double seconds,
            double worstAt,
            double rebound,
            int legs,
            double factor) {
        return new Episode(
                family,
                part * Ranges.slide(severity, true),
                part * Ranges.slide(severity, false),
                jump,
                seconds,
                worstAt,
                rebound,
                legs,
                factor);
    }

    /** The price slides beside what happens. */
    private static Episode aside(
            Family family, double severity, double part, double length, double rebound, double factor) {
        return slide(
                family,
                severity,
                part * Ranges.ASIDE,
                0,
                Ranges.SLIDE_SECONDS.at(length),
                0.6,
                0.5 * rebound,
                1,
                factor);
    }
}
