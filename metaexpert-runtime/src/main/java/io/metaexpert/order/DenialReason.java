package io.metaexpert.order;

/** Why an order was not carried out, in whole or in part. Every such order is counted under one of these in the report. */
public enum DenialReason {
    INSUFFICIENT_BALANCE("not enough balance for the order and its fee"),
    INSUFFICIENT_MARGIN("not enough margin for the order and its fee"),
    LEVERAGE_TOO_HIGH("the exchange allows no position of this size at this leverage"),
    NO_SHORT_ON_SPOT("spot cannot sell more than it holds"),
    BELOW_MIN_NOTIONAL("the order is worth less than the exchange's minimum"),
    BELOW_QUANTITY_INCREMENT("the quantity rounds down to zero"),
    NOTHING_TO_REDUCE("reduce-only without an opposite position"),
    WOULD_TAKE_LIQUIDITY("a post-only order would have filled at once"),
    NOT_FILLED_AT_ONCE("immediate-or-cancel order did not fill at once"),
    NOT_FILLED_WHOLLY_AT_ONCE("fill-or-kill order could not fill wholly at once"),
    TIME_OVER("the time until which the order was good is over"),
    OTHER_ORDER_FILLED("the order that it was paired with filled"),
    END_OF_DATA("the data ended before the order filled"),
    POSITION_LIQUIDATED("the position was liquidated"),
    INSTRUMENT_EXPIRED("the contract has expired"),
    CANCELED_BY_EXPERT("canceled by the strategy"),
    WARMING_UP("orders are not allowed during warm-up"),
    EXPERT_STOPPED("the strategy was stopped"),
    UNKNOWN_ORDER("no open order has this id"),
    ORDERS_NOT_ALLOWED_HERE("orders cannot be sent from this handler"),
    HALTED("a limit was reached, and nothing is entered until it is lifted"),
    REDUCING("something is wrong, and positions may only become smaller"),
    POSITION_LIMIT("the position would be larger than allowed"),
    POSITION_COUNT("there would be more positions than allowed"),
    POSITIONS_PER_SYMBOL("there would be more positions in the symbol than allowed"),
    ORDER_RATE("more orders in a minute than allowed"),
    NO_ROOM_FOR_STRESS("the assumed jump would break a loss limit"),
    NO_PRICE("no price is known yet by which limits could look at the order"),
    SPREAD_TOO_WIDE("the spread is wider than allowed"),
    QUOTE_TOO_OLD("the newest quote is older than allowed"),
    BEYOND_COLLAR("the price moved away further than allowed"),
    NO_STOP("the entry needs a stop, and none can be had"),
    LIQUIDATION_BEFORE_STOP("liquidation would come before, or too near to, the stop"),
    OUTSIDE_TRADE_HOURS("the hour is not one in which entries are allowed"),
    DAY_NOT_ALLOWED("the day is not one on which entries are allowed"),
    VOLUME_TOO_LOW("the volume of the last bar is less than asked for"),
    VOLATILITY_OUT_OF_BAND("the volatility is outside of its band"),
    AGAINST_TREND("the entry is against the trend");

    private final String text;

    DenialReason(String text) {
        this.text = text;
    }

    /** One sentence for people. */
    public String text() {
        return text;
    }
}
