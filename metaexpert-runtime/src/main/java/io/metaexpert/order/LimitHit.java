package io.metaexpert.order;

/**
 * The limit by which an order was refused.
 *
 * @param value what the order would have made of it, with its unit, such as {@code 1050 USDT}
 * @param limit what is allowed, with its unit
 * @param key the key of the configuration that sets it, such as {@code sizing.max-position}
 */
public record LimitHit(String value, String limit, String key) {}
