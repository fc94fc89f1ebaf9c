package io.metaexpert.stress.scenario;

/**
 * What one family does in a scenario, from the beginning of the event on.
 *
 * @param majorMove how far a major moves at the worst, as a fraction of its price; without a sign
 * @param altMove the same of an alt
 * @param jump the share of the move that is one jump at the beginning
 * @param seconds how long it lasts, until the price is where it stays
 * @param worstAt the share of that time after which the move is at its worst
 * @param rebound the share of the move that is taken back in the end
 * @param legs of a cascade; 1 for all others
 * @param factor by which fee, spread, depth or deviation is multiplied, as the family has it; 1 for all others
 */
public record Episode(
        Family family,
        double majorMove,
        double altMove,
        double jump,
        double seconds,
        double worstAt,
        double rebound,
        int legs,
        double factor) {

    /** The move of a symbol. */
    public double move(boolean major) {
        return major ? majorMove : altMove;
    }
}
