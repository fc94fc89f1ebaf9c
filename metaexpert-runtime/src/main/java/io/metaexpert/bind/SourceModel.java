package io.metaexpert.bind;

import io.metaexpert.api.Expert;
import io.metaexpert.api.Input;
import io.metaexpert.api.OnBar;
import io.metaexpert.api.OnBook;
import io.metaexpert.api.OnTimer;
import io.metaexpert.bind.ExpertModel.FieldModel;
import io.metaexpert.bind.ExpertModel.HandlerUse;
import io.metaexpert.bind.ExpertModel.InputLimits;
import io.metaexpert.bind.ExpertModel.MethodModel;
import io.metaexpert.bind.ExpertModel.NoArgs;
import io.metaexpert.bind.ExpertModel.Owner;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the model of a class that is being compiled. */
final class SourceModel {
    private final Elements elements;
    private final Types types;
    private final List<MethodModel> methods = new ArrayList<>();
    private final List<FieldModel> fields = new ArrayList<>();
    private final Set<TypeElement> interfaces = new HashSet<>();

    private SourceModel(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    static ExpertModel of(TypeElement type, Elements elements, Types types) {
        SourceModel reader = new SourceModel(elements, types);
        List<TypeElement> classes = new ArrayList<>();
        Optional<TypeElement> next = Optional.of(type);
        while (next.isPresent() && !next.get().getQualifiedName().contentEquals("java.lang.Object")) {
            classes.add(next.get());
            next = reader.element(next.get().getSuperclass());
        }
        classes.forEach(reader::readMembers);
        classes.forEach(reader::readInterfaces);
        boolean inner = type.getNestingKind() == NestingKind.LOCAL
                || type.getNestingKind() == NestingKind.ANONYMOUS
                || (type.getNestingKind() == NestingKind.MEMBER && !is(type, javax.lang.model.element.Modifier.STATIC));
        return new ExpertModel(
                reader.owner(type),
                is(type, javax.lang.model.element.Modifier.PRIVATE),
                inner,
                constructor(type),
                reader.methods,
                reader.fields,
                type);
    }

    private static boolean is(Element element, javax.lang.model.element.Modifier modifier) {
        return element.getModifiers().contains(modifier);
    }

    private Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    private Owner owner(TypeElement type) {
        ExpertModel.TypeKind kind = switch (type.getKind()) {
            case INTERFACE, ANNOTATION_TYPE -> ExpertModel.TypeKind.INTERFACE;
            case ENUM -> ExpertModel.TypeKind.ENUM;
            case RECORD -> ExpertModel.TypeKind.RECORD;
            default -> ExpertModel.TypeKind.CLASS;
        };
        return new Owner(
                type.getSimpleName().toString(),
                elements.getPackageOf(type).getQualifiedName().toString(),
                kind,
                is(type, javax.lang.model.element.Modifier.ABSTRACT),
                type.getAnnotation(Expert.class) != null);
    }

    private static NoArgs constructor(TypeElement type) {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (constructor.getParameters().isEmpty()) {
                return is(constructor, javax.lang.model.element.Modifier.PRIVATE) ? NoArgs.PRIVATE : NoArgs.USABLE;
            }
        }
        return NoArgs.ABSENT;
    }

    private void readMembers(TypeElement type) {
        Owner owner = owner(type);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            read(owner, method).ifPresent(methods::add);
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            Input input = field.getAnnotation(Input.class);
            if (input != null && field.asType().getKind() != TypeKind.ERROR) {
                fields.add(read(owner, field, input));
            }
        }
    }

    private void readInterfaces(TypeElement type) {
        for (TypeMirror each : type.getInterfaces()) {
            element(each)
                    .filter(e -> !e.getQualifiedName().toString().startsWith("java.") && interfaces.add(e))
                    .ifPresent(e -> {
                        readMembers(e);
                        readInterfaces(e);
                    });
        }
    }

    /** Empty where a type does not exist; the compiler says so by itself. */
    private Optional<MethodModel> read(Owner owner, ExecutableElement method) {
        List<String> parameters = new ArrayList<>();
        boolean complete = method.getReturnType().getKind() != TypeKind.ERROR;
        for (VariableElement parameter : method.getParameters()) {
            complete &= parameter.asType().getKind() != TypeKind.ERROR;
            parameters.add(name(parameter.asType()));
        }
        List<HandlerUse> handlers = new ArrayList<>();
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            element(annotation.getAnnotationType())
                    .flatMap(e -> HandlerKind.of(e.getQualifiedName().toString()))
                    .ifPresent(kind -> handlers.add(read(kind, method)));
        }
        return complete
                ? Optional.of(new MethodModel(
                        owner,
                        method.getSimpleName().toString(),
                        modifiers(method),
                        handlers,
                        parameters,
                        name(method.getReturnType()),
                        method))
                : Optional.empty();
    }

    private static HandlerUse read(HandlerKind kind, ExecutableElement method) {
        OnBar bar = method.getAnnotation(OnBar.class);
        OnTimer timer = method.getAnnotation(OnTimer.class);
        OnBook book = method.getAnnotation(OnBook.class);
        return new HandlerUse(
                kind,
                kind == HandlerKind.BAR && bar != null ? bar.timeframe() : "",
                kind == HandlerKind.TIMER && timer != null ? timer.every() : "",
                kind == HandlerKind.BOOK && book != null ? book.depth() : 0,
                true);
    }

    private FieldModel read(Owner owner, VariableElement field, Input input) {
        boolean isEnum = element(field.asType())
                .filter(e -> e.getKind() == ElementKind.ENUM)
                .isPresent();
        return new FieldModel(
                owner,
                field.getSimpleName().toString(),
                modifiers(field),
                name(field.asType()),
                isEnum,
                new InputLimits(input.min(), input.max(), input.step(), input.percent(), input.description()),
                field);
    }

    private static int modifiers(Element element) {
        int modifiers = 0;
        for (javax.lang.model.element.Modifier modifier : element.getModifiers()) {
            modifiers |= switch (modifier) {
                case PUBLIC -> Modifier.PUBLIC;
                case PROTECTED -> Modifier.PROTECTED;
                case PRIVATE -> Modifier.PRIVATE;
                case ABSTRACT -> Modifier.ABSTRACT;
                case STATIC -> Modifier.STATIC;
                case FINAL -> Modifier.FINAL;
                default -> 0;
            };
        }
        return modifiers;
    }

    /** The canonical name of the erasure, without annotations. */
    private String name(TypeMirror type) {
        TypeMirror erased = type.getKind() == TypeKind.VOID ? type : types.erasure(type);
        if (erased instanceof ArrayType array) {
            return name(array.getComponentType()) + "[]";
        }
        return element(erased)
                .map(e -> e.getQualifiedName().toString())
                .orElseGet(() -> erased.getKind().name().toLowerCase(Locale.ROOT));
    }
}
