package io.metaexpert.bind;

import io.metaexpert.UserException;
import io.metaexpert.bind.BoundExpert.BacktestHandler;
import io.metaexpert.bind.BoundExpert.Named;
import io.metaexpert.bind.BoundExpert.OnBarHandler;
import io.metaexpert.bind.BoundExpert.OnBookHandler;
import io.metaexpert.bind.BoundExpert.OnTickHandler;
import io.metaexpert.bind.BoundExpert.OnTimerHandler;
import io.metaexpert.bind.BoundExpert.ValueHandler;
import io.metaexpert.bind.ExpertModel.HandlerUse;
import io.metaexpert.bind.ExpertModel.MethodModel;
import io.metaexpert.market.Timeframe;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link BoundExpert} of a class. */
public final class ExpertBinder {
    private final ExpertModel model;
    private final HandlerFactory factory;
    private final List<MethodModel> handlers;

    private ExpertBinder(ExpertModel model, Object instance) {
        this.model = model;
        this.factory = new HandlerFactory(instance);
        this.handlers = HandlerRules.effective(model);
    }

    /**
     * Creates an instance, sets its inputs and binds its handlers.
     *
     * @param inputs values by field name, as text; fields not named keep the value of the source
     * @throws UserException naming every mistake in the class or the inputs
     */
    public static BoundExpert bind(Class<?> expert, Map<String, String> inputs) {
        ExpertModel model = checked(expert);
        Object instance = create(expert);
        Inputs fields = new Inputs(model, instance);
        List<Problem> problems = new ArrayList<>();
        fields.checkDefaults(problems);
        fields.set(inputs, problems);
        refuse(model, problems);
        return new ExpertBinder(model, instance).bound(instance, fields);
    }

    /**
     * Describes the inputs of an expert class, sorted by name. Creates an instance to learn the defaults.
     *
     * @throws UserException naming every mistake in the class
     */
    public static List<InputSpec> inputs(Class<?> expert) {
        ExpertModel model = checked(expert);
        Inputs fields = new Inputs(model, create(expert));
        List<Problem> problems = new ArrayList<>();
        fields.checkDefaults(problems);
        refuse(model, problems);
        return fields.specs();
    }

    private static ExpertModel checked(Class<?> expert) {
        ExpertModel model = ReflectedModel.of(expert);
        List<Problem> problems = new ArrayList<>(ExpertRules.check(model));
        if (!model.type().expert() && problems.isEmpty()) {
            problems.add(new Problem(
                    expert, model.type().name() + ": not annotated @Expert", "Annotate the class with @Expert."));
        }
        refuse(model, problems);
        return model;
    }

    private static Object create(Class<?> expert) {
        try {
            Constructor<?> constructor = expert.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            switch (e.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                case null, default ->
                    throw new IllegalStateException("the constructor of " + expert.getName() + " failed", e.getCause());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot create " + expert.getName(), e);
        }
    }

    private static void refuse(ExpertModel model, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        if (problems.size() == 1) {
            throw new UserException(
                    problems.getFirst().message(), problems.getFirst().hint());
        }
        problems.sort(Comparator.comparing(Problem::message));
        StringBuilder text = new StringBuilder();
        text.append(problems.size()).append(" mistakes in ").append(model.type().name());
        for (Problem problem : problems) {
            text.append("\n  ").append(problem.message()).append("\n    ").append(problem.hint());
        }
        throw new UserException(text.toString(), "");
    }

    private BoundExpert bound(Object instance, Inputs inputs) {
        return new BoundExpert(
                model.type().name(),
                instance,
                inputs.texts(),
                first(HandlerKind.INIT).map(m -> new ValueHandler<>(name(HandlerKind.INIT, m), factory.init(m))),
                named(HandlerKind.DEINIT),
                tick(),
                bars(),
                timers(),
                book(),
                named(HandlerKind.TRANSACTION),
                named(HandlerKind.ORDER),
                named(HandlerKind.POSITION),
                named(HandlerKind.ACCOUNT),
                named(HandlerKind.CONNECTION),
                named(HandlerKind.ERROR),
                named(HandlerKind.BACKTEST_INIT),
                first(HandlerKind.BACKTEST)
                        .map(m -> new BacktestHandler(name(HandlerKind.BACKTEST, m), factory.score(m))),
                named(HandlerKind.BACKTEST_DEINIT),
                named(HandlerKind.OPTIMIZE_INIT),
                named(HandlerKind.BACKTEST_PASS),
                named(HandlerKind.OPTIMIZE_DEINIT));
    }

    private Optional<MethodModel> first(HandlerKind kind) {
        for (MethodModel method : handlers) {
            if (method.handles(kind)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private <E> Optional<Named<E>> named(HandlerKind kind) {
        return first(kind).map(method -> new Named<>(name(kind, method), factory.handler(method)));
    }

    private Optional<OnTickHandler> tick() {
        return first(HandlerKind.TICK)
                .map(method -> new OnTickHandler(
                        name(HandlerKind.TICK, method),
                        use(method, HandlerKind.TICK).conflate(),
                        factory.handler(method)));
    }

    private Optional<OnBookHandler> book() {
        return first(HandlerKind.BOOK)
                .map(method -> new OnBookHandler(
                        name(HandlerKind.BOOK, method),
                        use(method, HandlerKind.BOOK).depth(),
                        factory.handler(method)));
    }

    private static HandlerUse use(MethodModel method, HandlerKind kind) {
        return method.handlers().stream()
                .filter(use -> use.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<OnBarHandler> bars() {
        List<OnBarHandler> bars = new ArrayList<>();
        for (MethodModel method : handlers) {
            for (HandlerUse use : method.handlers()) {
                if (use.kind() == HandlerKind.BAR) {
                    Optional<Timeframe> timeframe = Timeframe.parse(use.timeframe());
                    bars.add(new OnBarHandler(
                            name(use.kind(), method),
                            timeframe,
                            HandlerFactory.takesEvent(method),
                            factory.handler(method)));
                }
            }
        }
        return List.copyOf(bars);
    }

    private List<OnTimerHandler> timers() {
        List<OnTimerHandler> timers = new ArrayList<>();
        for (MethodModel method : handlers) {
            for (HandlerUse use : method.handlers()) {
                if (use.kind() == HandlerKind.TIMER) {
                    timers.add(new OnTimerHandler(
                            name(use.kind(), method),
                            Durations.parse(use.every()).orElseThrow(),
                            factory.handler(method)));
                }
            }
        }
        return List.copyOf(timers);
    }

    private String name(HandlerKind kind, MethodModel method) {
        return kind.nameOf(model.type().name() + "." + method.name());
    }
}
