package io.metaexpert.engine;

import io.metaexpert.order.Fill;
import io.metaexpert.order.OrderRequest;
import java.util.List;

/**
 * What a process finds at the venue when it starts: what an earlier one has left there.
 *
 * @param positions a fill for each position, at its average entry, without fee; {@link EngineSettings#capital} is the wallet balance then
 * @param resting orders that the venue has accepted and that have not ended; their ids are of the same expert
 */
public record Opening(List<Fill> positions, List<OrderRequest> resting) {
    public Opening {
        positions = List.copyOf(positions);
        resting = List.copyOf(resting);
    }
}
