package io.metaexpert.bind;

import io.metaexpert.api.Expert;
import io.metaexpert.api.Input;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Turns mistakes in expert classes into compile errors, by the rules of {@link ExpertBinder}. The compiler finds it in the
 * runtime jar; from JDK 23 on it wants to be asked for with {@code -proc:full}.
 */
public final class ExpertProcessor extends AbstractProcessor {
    private final Set<Problem> reported = new HashSet<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> names = new HashSet<>();
        names.add(Expert.class.getName());
        names.add(Input.class.getName());
        for (HandlerKind kind : HandlerKind.values()) {
            names.add(kind.annotationName());
        }
        return names;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                typeOf(element, types);
            }
        }
        for (TypeElement type : types) {
            check(type, round);
        }
        return false;
    }

    private static void typeOf(Element element, Set<TypeElement> types) {
        if (element instanceof TypeElement type) {
            types.add(type);
        } else if (element.getEnclosingElement() instanceof TypeElement type) {
            types.add(type);
        }
    }

    private void check(TypeElement type, RoundEnvironment round) {
        ExpertModel model = SourceModel.of(type, processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        for (Problem problem : ExpertRules.check(model)) {
            if (reported.add(problem)) {
                Element place =
                        problem.source() instanceof Element element && isCompiled(element, round) ? element : type;
                processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.ERROR, problem.message() + "\nhint: " + problem.hint(), place);
            }
        }
    }

    /** Whether the element has a place in a source file; one of a library's base class has none. */
    private static boolean isCompiled(Element element, RoundEnvironment round) {
        Element top = element;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        return round.getRootElements().contains(top);
    }
}
