package io.metaexpert.bind;

import io.metaexpert.api.BacktestResult;
import io.metaexpert.api.ExpertContext;
import io.metaexpert.api.InitResult;
import io.metaexpert.bind.ExpertModel.MethodModel;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Turns handler methods into objects that call them directly, as a lambda expression in the source would: the virtual machine
 * can inline them, and what the method throws comes out as it is. The interfaces in between are those of the JDK, which every
 * class loader shares; that they declare no checked exceptions does not matter to the virtual machine.
 */
@SuppressWarnings("unchecked")
final class HandlerFactory {
    /**
     * Code of the classes of strategies, made once for each as that of a lambda expression in the source would be, and gone with the class.
     * Were it made anew for each instance, the virtual machine would compile a second run of a class worse than the first, as it then
     * sees many classes where one is called.
     */
    private static final ClassValue<Map<List<Object>, MethodHandle>> MAKERS = new ClassValue<>() {
        @Override
        protected Map<List<Object>, MethodHandle> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Object instance;

    HandlerFactory(Object instance) {
        this.instance = instance;
    }

    /** A handler without a result. */
    <E> Handler<E> handler(MethodModel method) {
        return switch (Shape.of(method)) {
            case NONE -> {
                Runnable call = (Runnable) make(method, Runnable.class, "run", void.class);
                yield (event, context) -> call.run();
            }
            case CONTEXT -> {
                Consumer<ExpertContext> call =
                        (Consumer<ExpertContext>) make(method, Consumer.class, "accept", void.class);
                yield (event, context) -> call.accept(context);
            }
            case EVENT -> {
                Consumer<E> call = (Consumer<E>) make(method, Consumer.class, "accept", void.class);
                yield (event, context) -> call.accept(event);
            }
            case EVENT_CONTEXT -> {
                BiConsumer<E, ExpertContext> call =
                        (BiConsumer<E, ExpertContext>) make(method, BiConsumer.class, "accept", void.class);
                yield call::accept;
            }
            case CONTEXT_EVENT -> {
                BiConsumer<ExpertContext, E> call =
                        (BiConsumer<ExpertContext, E>) make(method, BiConsumer.class, "accept", void.class);
                yield (event, context) -> call.accept(context, event);
            }
        };
    }

    /** Whether a handler is given the event, so that it has to be made. */
    static boolean takesEvent(MethodModel method) {
        Shape shape = Shape.of(method);
        return shape != Shape.NONE && shape != Shape.CONTEXT;
    }

    /** {@code @OnInit}, with or without a result. */
    BoundExpert.Call<InitResult> init(MethodModel method) {
        if (method.returnType().equals("void")) {
            Handler<Object> call = handler(method);
            return context -> {
                call.handle(InitResult.SUCCEEDED, context);
                return InitResult.SUCCEEDED;
            };
        }
        if (Shape.of(method) == Shape.NONE) {
            Supplier<InitResult> call = (Supplier<InitResult>) make(method, Supplier.class, "get", Object.class);
            return context -> call.get();
        }
        Function<ExpertContext, InitResult> call =
                (Function<ExpertContext, InitResult>) make(method, Function.class, "apply", Object.class);
        return call::apply;
    }

    /** {@code @OnBacktest}. */
    BoundExpert.Score score(MethodModel method) {
        return switch (Shape.of(method)) {
            case NONE -> {
                DoubleSupplier call = (DoubleSupplier) make(method, DoubleSupplier.class, "getAsDouble", double.class);
                yield (result, context) -> call.getAsDouble();
            }
            case CONTEXT -> {
                ToDoubleFunction<ExpertContext> call = (ToDoubleFunction<ExpertContext>)
                        make(method, ToDoubleFunction.class, "applyAsDouble", double.class);
                yield (result, context) -> call.applyAsDouble(context);
            }
            case EVENT -> {
                ToDoubleFunction<BacktestResult> call = (ToDoubleFunction<BacktestResult>)
                        make(method, ToDoubleFunction.class, "applyAsDouble", double.class);
                yield (result, context) -> call.applyAsDouble(result);
            }
            case EVENT_CONTEXT -> {
                ToDoubleBiFunction<BacktestResult, ExpertContext> call =
                        (ToDoubleBiFunction<BacktestResult, ExpertContext>)
                                make(method, ToDoubleBiFunction.class, "applyAsDouble", double.class);
                yield call::applyAsDouble;
            }
            case CONTEXT_EVENT -> {
                ToDoubleBiFunction<ExpertContext, BacktestResult> call =
                        (ToDoubleBiFunction<ExpertContext, BacktestResult>)
                                make(method, ToDoubleBiFunction.class, "applyAsDouble", double.class);
                yield (result, context) -> call.applyAsDouble(context, result);
            }
        };
    }

    private Object make(MethodModel model, Class<?> type, String name, Class<?> result) {
        Method method = (Method) model.source();
        Map<List<Object>, MethodHandle> makers = MAKERS.get(method.getDeclaringClass());
        List<Object> key = List.of(method, type);
        try {
            MethodHandle maker = makers.get(key);
            if (maker == null) {
                maker = maker(method, type, name, result);
                makers.put(key, maker);
            }
            return maker.invoke(instance);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot bind " + model.place(), e);
        }
    }

    /** Takes the instance and returns an object of {@code type} that calls the method. */
    private static MethodHandle maker(Method method, Class<?> type, String name, Class<?> result) throws Throwable {
        Class<?> owner = method.getDeclaringClass();
        MethodHandles.Lookup lookup = PackageLookup.of(owner);
        MethodHandle target = lookup.unreflect(method);
        MethodType exact = target.type().dropParameterTypes(0, 1);
        return LambdaMetafactory.metafactory(
                        lookup,
                        name,
                        MethodType.methodType(type, owner),
                        MethodType.genericMethodType(exact.parameterCount()).changeReturnType(result),
                        target,
                        exact)
                .getTarget();
    }

    /** Which arguments a method takes. */
    private enum Shape {
        NONE,
        CONTEXT,
        EVENT,
        EVENT_CONTEXT,
        CONTEXT_EVENT;

        static Shape of(MethodModel method) {
            if (method.parameters().isEmpty()) {
                return NONE;
            }
            boolean contextFirst = HandlerKind.isContext(method.parameters().getFirst());
            if (method.parameters().size() == 1) {
                return contextFirst ? CONTEXT : EVENT;
            }
            return contextFirst ? CONTEXT_EVENT : EVENT_CONTEXT;
        }
    }
}
