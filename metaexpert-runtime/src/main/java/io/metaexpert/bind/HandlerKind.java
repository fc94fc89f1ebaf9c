package io.metaexpert.bind;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.ConnectionState;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.ExpertError;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.OnAccount;
import io.metaexpert.api.OnBacktest;
import io.metaexpert.api.OnBacktestDeinit;
import io.metaexpert.api.OnBacktestInit;
import io.metaexpert.api.OnBacktestPass;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnBook;
import io.metaexpert.api.OnConnection;
import io.metaexpert.api.OnDeinit;
import io.metaexpert.api.OnError;
import io.metaexpert.api.OnInit;
import io.metaexpert.api.OnOptimizeDeinit;
import io.metaexpert.api.OnOptimizeInit;
import io.metaexpert.api.OnOrder;
import io.metaexpert.api.OnPosition;
import io.metaexpert.api.OnTick;
import io.metaexpert.api.OnTimer;
import io.metaexpert.api.OnTransaction;
import io.metaexpert.api.PassResult;
import io.metaexpert.event.Transaction;
import io.metaexpert.market.Bar;
import io.metaexpert.market.OrderBook;
import io.metaexpert.market.Tick;
import io.metaexpert.order.Order;
import io.metaexpert.portfolio.Account;
import io.metaexpert.portfolio.Position;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The handler annotations: what each offers and what its methods return. */
enum HandlerKind {
    INIT(OnInit.class, ExpertContext.class, InitResult.class, true),
    DEINIT(OnDeinit.class, DeinitReason.class),
    TICK(OnTick.class, Tick.class),
    BAR(OnBar.class, Bar.class),
    TIMER(OnTimer.class),
    BOOK(OnBook.class, OrderBook.class),
    TRANSACTION(OnTransaction.class, Transaction.class),
    ORDER(OnOrder.class, Order.class),
    POSITION(OnPosition.class, Position.class),
    ACCOUNT(OnAccount.class, Account.class),
    CONNECTION(OnConnection.class, ConnectionState.class),
    ERROR(OnError.class, ExpertError.class),
    BACKTEST_INIT(OnBacktestInit.class),
    BACKTEST(OnBacktest.class, BacktestResult.class, double.class, false),
    BACKTEST_DEINIT(OnBacktestDeinit.class, BacktestResult.class),
    OPTIMIZE_INIT(OnOptimizeInit.class),
    BACKTEST_PASS(OnBacktestPass.class, PassResult.class),
    OPTIMIZE_DEINIT(OnOptimizeDeinit.class);

    private static final Map<String, HandlerKind> BY_ANNOTATION = new HashMap<>();

    static {
        for (HandlerKind kind : values()) {
            BY_ANNOTATION.put(kind.annotation.getName(), kind);
        }
    }

    private final Class<? extends Annotation> annotation;
    /** The context, where there is no event. */
    private final Class<?> event;

    private final Class<?> returns;
    private final boolean mayBeVoid;

    HandlerKind(Class<? extends Annotation> annotation, Class<?> event, Class<?> returns, boolean mayBeVoid) {
        this.annotation = annotation;
        this.event = event;
        this.returns = returns;
        this.mayBeVoid = mayBeVoid;
    }

    HandlerKind(Class<? extends Annotation> annotation, Class<?> event) {
        this(annotation, event, void.class, true);
    }

    HandlerKind(Class<? extends Annotation> annotation) {
        this(annotation, ExpertContext.class);
    }

    static Optional<HandlerKind> of(String annotationName) {
        return Optional.ofNullable(BY_ANNOTATION.get(annotationName));
    }

    /** Such as {@code @OnBar}. */
    String label() {
        return "@" + annotation.getSimpleName();
    }

    /** The name for messages of a run, such as {@code onBar EmaCross.trade}. */
    String nameOf(String method) {
        String simple = annotation.getSimpleName();
        return Character.toLowerCase(simple.charAt(0)) + simple.substring(1) + " " + method;
    }

    String annotationName() {
        return annotation.getName();
    }

    /** Whether several methods of one class may have it; {@code @OnBar} may, once for each timeframe. */
    boolean mayRepeat() {
        return this == TIMER;
    }

    boolean isEvent(String type) {
        return event != ExpertContext.class && event.getName().equals(type);
    }

    boolean offers(String type) {
        return isEvent(type) || isContext(type);
    }

    static boolean isContext(String type) {
        return ExpertContext.class.getName().equals(type);
    }

    /** What a method may take, for messages. */
    String offered() {
        return event == ExpertContext.class ? "ExpertContext" : event.getSimpleName() + " and ExpertContext";
    }

    /** The full name of the offered type with this simple name. */
    Optional<String> offeredNamed(String simpleName) {
        if (simpleName.equals(ExpertContext.class.getSimpleName())) {
            return Optional.of(ExpertContext.class.getName());
        }
        return event.getSimpleName().equals(simpleName) ? Optional.of(event.getName()) : Optional.empty();
    }

    boolean mayReturn(String type) {
        return returns.getName().equals(type) || (mayBeVoid && type.equals("void"));
    }

    /** What a method may return, for messages. */
    String returned() {
        return returns.getSimpleName() + (mayBeVoid && returns != void.class ? " or void" : "");
    }
}
