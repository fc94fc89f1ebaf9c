package io.metaexpert.order;

/** How long an order may wait. */
public enum TimeInForce {
    /** Good till canceled. */
    GTC,
    /** Good till an instant, which the request names. */
    GTD,
    /** Immediate or cancel: what does not fill at once expires. */
    IOC,
    /** Fill or kill: all at once or nothing. */
    FOK
}
