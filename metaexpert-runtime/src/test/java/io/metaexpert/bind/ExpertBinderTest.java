package io.metaexpert.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.metaexpert.UserException;
import io.metaexpert.api.ConnectionState;
import io.metaexpert.api.DeinitReason;
import io.metaexpert.api.Expert;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBacktest;
import io.metaexpert.api.OnBacktestInit;
import io.metaexpert.api.OnBacktestPass;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnConnection;
import io.metaexpert.api.OnDeinit;
import io.metaexpert.api.OnInit;
import io.metaexpert.api.OnOptimizeDeinit;
import io.metaexpert.api.OnOptimizeInit;
import io.metaexpert.api.OnTick;
import io.metaexpert.api.OnTimer;
import io.metaexpert.api.PassResult;
import io.metaexpert.market.Bar;
import io.metaexpert.market.InstrumentId;
import io.metaexpert.market.Timeframe;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"NullAway", "ReferenceEquality"})
class ExpertBinderTest {
    private static final ExpertContext CONTEXT = (ExpertContext) Proxy.newProxyInstance(
            ExpertBinderTest.class.getClassLoader(),
            new Class<?>[] {ExpertContext.class},
            (proxy, method, args) -> switch (method.getName()) {
                case "equals" -> proxy == args[0];
                case "hashCode" -> 1;
                case "toString" -> "context";
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static final ConnectionState STATE =
            new ConnectionState("market", ConnectionState.Status.DOWN, Instant.EPOCH);
    private static final Bar BAR =
            new Bar(new InstrumentId("binance", "BTC/USDT"), Timeframe.H4, 0, 1, 2, 0.5, 1.5, 10);

    @Expert
    static class Shapes {
        final List<Object> calls = new ArrayList<>();

        @OnInit
        void start() {
            calls.add("init");
        }

        @OnDeinit
        void nothing() {
            calls.add("nothing");
        }

        @OnConnection
        void eventOnly(ConnectionState state) {
            calls.add(state);
        }

        @OnTimer(every = "15m")
        void contextOnly(ExpertContext context) {
            calls.add(context);
        }

        @OnTimer(every = "500ms")
        public void fast() {
            calls.add("fast");
        }

        @OnBar
        protected void eventThenContext(Bar bar, ExpertContext context) {
            calls.add(List.of(bar, context));
        }

        @OnBar(timeframe = "4h")
        void contextThenEvent(ExpertContext context, Bar bar) {
            calls.add(List.of(context, bar));
        }

        @OnBacktestInit
        @OnOptimizeInit
        @OnOptimizeDeinit
        void several() {
            calls.add("several");
        }

        @OnBacktestPass
        void pass(PassResult result) {
            calls.add(result);
        }
    }

    @Test
    void callsHandlersWithTheArgumentsTheyTake() throws Exception {
        BoundExpert bound = ExpertBinder.bind(Shapes.class, Map.of());

        bound.onDeinit().orElseThrow().handler().handle(DeinitReason.USER_STOP, CONTEXT);
        bound.onConnection().orElseThrow().handler().handle(STATE, CONTEXT);
        for (BoundExpert.OnTimerHandler timer : bound.onTimer()) {
            timer.handler().handle(this, CONTEXT);
        }
        bound.onBacktestInit().orElseThrow().handler().handle(this, CONTEXT);
        bound.onOptimizeInit().orElseThrow().handler().handle(this, CONTEXT);
        bound.onOptimizeDeinit().orElseThrow().handler().handle(this, CONTEXT);

        assertThat(calls(bound)).containsExactly("nothing", STATE, CONTEXT, "fast", "several", "several", "several");
    }

    @Test
    void passesBarAndContextInAnyOrder() throws Exception {
        BoundExpert bound = ExpertBinder.bind(Shapes.class, Map.of());

        for (BoundExpert.OnBarHandler handler : bound.onBar()) {
            handler.handler().handle(BAR, CONTEXT);
        }

        assertThat(calls(bound)).containsExactly(List.of(CONTEXT, BAR), List.of(BAR, CONTEXT));
        assertThat(bound.onBar())
                .extracting(BoundExpert.OnBarHandler::timeframe)
                .containsExactly(Optional.of(Timeframe.H4), Optional.empty());
    }

    @Test
    void namesHandlersByAnnotationClassAndMethod() {
        BoundExpert bound = ExpertBinder.bind(Shapes.class, Map.of());

        assertThat(bound.onTimer())
                .extracting(BoundExpert.OnTimerHandler::name)
                .containsExactly("onTimer Shapes.contextOnly", "onTimer Shapes.fast");
        assertThat(bound.onTimer())
                .extracting(BoundExpert.OnTimerHandler::every)
                .containsExactly(Duration.ofMinutes(15), Duration.ofMillis(500));
    }

    @Test
    void initThatReturnsNothingSucceeds() throws Exception {
        BoundExpert bound = ExpertBinder.bind(Shapes.class, Map.of());

        assertThat(bound.onInit().orElseThrow().call().call(CONTEXT)).isEqualTo(InitResult.SUCCEEDED);
        assertThat(calls(bound)).containsExactly("init");
    }

    private static List<Object> calls(BoundExpert bound) {
        return ((Shapes) bound.instance()).calls;
    }

    @Expert
    static final class Answers {
        @OnInit
        InitResult start(ExpertContext context) {
            return context == CONTEXT ? InitResult.PARAMETERS_INCORRECT : InitResult.FAILED;
        }

        @OnBacktest
        double score(ExpertContext context) {
            return context == CONTEXT ? 42.5 : 0;
        }

        @OnTick
        void fail() throws IOException {
            throw new IOException("as it is");
        }
    }

    @Test
    void returnsWhatTheMethodReturns() throws Exception {
        BoundExpert bound = ExpertBinder.bind(Answers.class, Map.of());

        assertThat(bound.onInit().orElseThrow().call().call(CONTEXT)).isEqualTo(InitResult.PARAMETERS_INCORRECT);
        assertThat(bound.onBacktest().orElseThrow().call().score(null, CONTEXT)).isEqualTo(42.5);
    }

    @Test
    void letsCheckedExceptionsOfHandlersOutUnchanged() {
        BoundExpert bound = ExpertBinder.bind(Answers.class, Map.of());

        assertThatThrownBy(() -> bound.onTick().orElseThrow().handler().handle(null, CONTEXT))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("as it is");
    }

    abstract static class Base {
        int bars;

        @Input(min = 1)
        int period = 5;

        @OnBar
        void trade() {
            bars++;
        }

        @OnTick
        protected void tick() {
            bars += 100;
        }
    }

    @Expert
    static final class Child extends Base {
        @Override
        @OnBar
        void trade() {
            bars += 10;
        }
    }

    @Test
    void bindsHandlersAndInputsOfSuperclassesAndCallsOverrides() throws Exception {
        BoundExpert bound = ExpertBinder.bind(Child.class, Map.of("period", "9"));

        bound.onBar().getFirst().handler().handle(null, CONTEXT);
        bound.onTick().orElseThrow().handler().handle(null, CONTEXT);

        assertThat(bound.onBar()).hasSize(1);
        assertThat(((Child) bound.instance()).bars).isEqualTo(110);
        assertThat(((Child) bound.instance()).period).isEqualTo(9);
    }

    @Expert
    static final class FailsToStart {
        FailsToStart() {
            throw new IllegalStateException("in the constructor");
        }

        @OnBar
        void trade() {}
    }

    @Test
    void letsExceptionsOfTheConstructorOutUnchanged() {
        assertThatThrownBy(() -> ExpertBinder.bind(FailsToStart.class, Map.of()))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("in the constructor");
    }

    @Test
    void refusesAClassThatIsNoExpert() {
        assertThatThrownBy(() -> ExpertBinder.bind(String.class, Map.of()))
                .isInstanceOf(UserException.class)
                .hasMessage("String: not annotated @Expert");
    }
}
