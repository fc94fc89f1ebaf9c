package io.metaexpert.stress.market;

import io.metaexpert.stress.scenario.Episode;
import java.util.List;

/** How far the event has moved a price. Immutable. */
final class EventPath {
    /** Of a leg of a cascade: the share of its time that it falls, and the share of its move that is taken back after. */
    private static final double LEG_FALL = 0.6;

    private static final double LEG_REBOUND = 0.4;

    private final List<Episode> episodes;
    private final int sign;

    /** @param sign 1 when prices rise, -1 when they fall */
    EventPath(List<Episode> episodes, int sign) {
        this.episodes = episodes;
        this.sign = sign;
    }

    /** The change of the logarithm of the price so many seconds after the beginning; 0 before it. */
    double at(double seconds, boolean major, double share) {
        double sum = 0;
        if (seconds < 0) {
            return sum;
        }
        for (Episode episode : episodes) {
            double move = Math.min(0.95, episode.move(major) * share);
            sum += Math.log1p(sign * move) * shape(episode, seconds / episode.seconds());
        }
        return sum;
    }

    /** The share of the move that is done after a share of the time. */
    static double shape(Episode episode, double time) {
        if (time < episode.worstAt()) {
            double done = time / episode.worstAt();
            double way = episode.legs() == 1 ? done : legs(done, episode.legs());
            return episode.jump() + (1 - episode.jump()) * way;
        }
        double left = 1 - episode.worstAt();
        double back = left <= 0 ? 1 : Math.min(1, (time - episode.worstAt()) / left);
        return 1 - episode.rebound() * back;
    }

    private static double legs(double done, int legs) {
        int leg = Math.min(legs - 1, (int) (done * legs));
        double within = done * legs - leg;
        double from = leg == 0 ? 0 : leg - LEG_REBOUND;
        double low = leg + 1.0;
        boolean last = leg == legs - 1;
        double level;
        if (last) {
            level = from + (low - from) * within;
        } else if (within < LEG_FALL) {
            level = from + (low - from) * within / LEG_FALL;
        } else {
            level = low - LEG_REBOUND * (within - LEG_FALL) / (1 - LEG_FALL);
        }
        return level / legs;
    }
}
