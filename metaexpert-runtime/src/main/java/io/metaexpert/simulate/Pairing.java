package io.metaexpert.simulate;

import java.util.ArrayList;
import java.util.List;

/** Orders of which what one fills, the others lose. */
final class Pairing {
    final List<RestingOrder> members = new ArrayList<>(2);

    /** Pairs an order with one that was sent before, and with those that it is paired with. */
    static void join(RestingOrder earlier, RestingOrder order) {
        Pairing pairing = earlier.pairing;
        if (pairing == null) {
            pairing = new Pairing();
            pairing.members.add(earlier);
            earlier.pairing = pairing;
        }
        pairing.members.add(order);
        order.pairing = pairing;
    }
}
