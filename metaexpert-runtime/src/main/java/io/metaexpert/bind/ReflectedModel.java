package io.metaexpert.bind;

import io.metaexpert.api.Expert;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnBook;
import io.metaexpert.api.OnTick;
import io.metaexpert.api.OnTimer;
import io.metaexpert.bind.ExpertModel.FieldModel;
import io.metaexpert.bind.ExpertModel.HandlerUse;
import io.metaexpert.bind.ExpertModel.InputLimits;
import io.metaexpert.bind.ExpertModel.MethodModel;
import io.metaexpert.bind.ExpertModel.NoArgs;
import io.metaexpert.bind.ExpertModel.Owner;
import io.metaexpert.bind.ExpertModel.TypeKind;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the model of a loaded class. */
final class ReflectedModel {
    private final List<MethodModel> methods = new ArrayList<>();
    private final List<FieldModel> fields = new ArrayList<>();
    private final Set<Class<?>> interfaces = new HashSet<>();

    private ReflectedModel() {}

    static ExpertModel of(Class<?> type) {
        ReflectedModel reader = new ReflectedModel();
        for (@Nullable Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            reader.readMembers(c);
        }
        for (@Nullable Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            reader.readInterfaces(c);
        }
        boolean inner = type.isLocalClass()
                || type.isAnonymousClass()
                || (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()));
        return new ExpertModel(
                owner(type),
                Modifier.isPrivate(type.getModifiers()),
                inner,
                constructor(type),
                reader.methods,
                reader.fields,
                type);
    }

    private static Owner owner(Class<?> type) {
        TypeKind kind = type.isInterface()
                ? TypeKind.INTERFACE
                : type.isEnum() ? TypeKind.ENUM : type.isRecord() ? TypeKind.RECORD : TypeKind.CLASS;
        return new Owner(
                type.getSimpleName(),
                type.getPackageName(),
                kind,
                Modifier.isAbstract(type.getModifiers()),
                type.isAnnotationPresent(Expert.class));
    }

    private static NoArgs constructor(Class<?> type) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0) {
                return Modifier.isPrivate(constructor.getModifiers()) ? NoArgs.PRIVATE : NoArgs.USABLE;
            }
        }
        return NoArgs.ABSENT;
    }

    private void readMembers(Class<?> type) {
        Owner owner = owner(type);
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                methods.add(read(owner, method));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            Input input = field.getAnnotation(Input.class);
            if (input != null) {
                fields.add(read(owner, field, input));
            }
        }
    }

    private void readInterfaces(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            if (!each.getName().startsWith("java.") && interfaces.add(each)) {
                readMembers(each);
                readInterfaces(each);
            }
        }
    }

    private static MethodModel read(Owner owner, Method method) {
        List<String> parameters = new ArrayList<>();
        for (Class<?> parameter : method.getParameterTypes()) {
            parameters.add(name(parameter));
        }
        List<HandlerUse> handlers = new ArrayList<>();
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            HandlerKind.of(annotation.annotationType().getName())
                    .ifPresent(kind -> handlers.add(read(kind, annotation)));
        }
        return new MethodModel(
                owner,
                method.getName(),
                method.getModifiers(),
                handlers,
                parameters,
                name(method.getReturnType()),
                method);
    }

    private static HandlerUse read(HandlerKind kind, Annotation annotation) {
        if (annotation instanceof OnBar bar) {
            return new HandlerUse(kind, bar.timeframe(), "", 0, true);
        }
        if (annotation instanceof OnTimer timer) {
            return new HandlerUse(kind, "", timer.every(), 0, true);
        }
        boolean conflate = !(annotation instanceof OnTick tick) || tick.conflate();
        return new HandlerUse(kind, "", "", annotation instanceof OnBook book ? book.depth() : 0, conflate);
    }

    private static FieldModel read(Owner owner, Field field, Input input) {
        return new FieldModel(
                owner,
                field.getName(),
                field.getModifiers(),
                name(field.getType()),
                field.getType().isEnum(),
                new InputLimits(input.min(), input.max(), input.step(), input.percent(), input.description()),
                field);
    }

    private static String name(Class<?> type) {
        String canonical = type.getCanonicalName();
        return canonical == null ? type.getName() : canonical;
    }
}
