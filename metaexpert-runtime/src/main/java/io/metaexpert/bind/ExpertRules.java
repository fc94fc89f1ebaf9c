package io.metaexpert.bind;

import io.metaexpert.bind.ExpertModel.FieldModel;
import io.metaexpert.bind.ExpertModel.HandlerUse;
import io.metaexpert.bind.ExpertModel.MethodModel;
import io.metaexpert.bind.ExpertModel.Owner;
import io.metaexpert.bind.ExpertModel.TypeKind;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** What makes a class an expert. The rules are the same for the compiler and the start of a run. */
final class ExpertRules {
    private final ExpertModel model;
    private final List<Problem> problems = new ArrayList<>();

    private ExpertRules(ExpertModel model) {
        this.model = model;
    }

    /** All mistakes of a class that is an expert or declares handlers or inputs. */
    static List<Problem> check(ExpertModel model) {
        ExpertRules rules = new ExpertRules(model);
        if (model.type().expert()) {
            rules.checkType();
        }
        rules.checkMembers();
        return rules.problems;
    }

    private void checkType() {
        Owner type = model.type();
        if (type.kind() != TypeKind.CLASS) {
            report("@Expert marks a class, but this is " + type.kind(), "Make it a class.");
            return;
        }
        if (type.isAbstract()) {
            report(
                    "an expert is created by the runtime, but this class is abstract",
                    "Remove abstract, or put @Expert on the subclass that is to run.");
        }
        if (model.inner()) {
            report(
                    "an expert stands by itself, but this is an inner class",
                    "Declare it static or move it to a file of its own.");
        }
        if (model.isPrivate()) {
            report("an expert is created by the runtime, but this class is private", "Remove private.");
        }
        if (!model.inner()) { // whose constructors have a hidden parameter
            checkConstructor();
        }
    }

    private void checkConstructor() {
        String name = model.type().name();
        switch (model.constructor()) {
            case USABLE -> {}
            case PRIVATE -> report("the constructor without parameters is private", "Remove private from it.");
            case ABSENT ->
                report(
                        "an expert needs a constructor without parameters",
                        "Add " + name + "() {}, or remove the others; settings are @Input fields, and the context comes"
                                + " with @OnInit.");
        }
    }

    private void checkMembers() {
        boolean anyHandler = false;
        for (MethodModel method : model.methods()) {
            if (method.handlers().isEmpty() || (!model.type().expert() && !isOwn(method.owner()))) {
                continue;
            }
            anyHandler = true;
            check(method);
        }
        for (FieldModel field : model.fields()) {
            if (model.type().expert() || isOwn(field.owner())) {
                check(field);
            }
        }
        if (model.type().expert() && model.type().kind() == TypeKind.CLASS) {
            if (!anyHandler) {
                report(
                        "no handler, so it would never be called",
                        "Annotate a method, such as @OnBar void trade(Bar bar, ExpertContext ctx).");
            }
            HandlerRules.checkTogether(model, problems);
            InputRules.checkTogether(model, problems);
        }
    }

    private boolean isOwn(Owner owner) {
        return owner.equals(model.type());
    }

    private void check(MethodModel method) {
        if (checkOwner(
                method.owner(),
                method.place(),
                method.handlers().getFirst().kind().label(),
                method.source())) {
            checkReach(method.owner(), method.modifiers(), method.place(), method.source());
            for (HandlerUse use : method.handlers()) {
                HandlerRules.check(method, use, problems);
            }
        }
    }

    private void check(FieldModel field) {
        if (checkOwner(field.owner(), field.place(), "@Input", field.source())) {
            checkReach(field.owner(), field.modifiers(), field.place(), field.source());
            InputRules.check(field, problems);
        }
    }

    private boolean checkOwner(Owner owner, String place, String annotation, Object source) {
        if (owner.mayHoldMembers()) {
            return true;
        }
        String hint = owner.kind() == TypeKind.CLASS
                ? "Annotate " + owner.name() + " with @Expert; a base class of experts is abstract."
                : "Move it to a class annotated @Expert.";
        String where = owner.kind() == TypeKind.CLASS
                ? "a class that is not annotated @Expert"
                : owner.kind().toString();
        problems.add(new Problem(source, place + ": " + annotation + " has no effect in " + where, hint));
        return false;
    }

    private void checkReach(Owner owner, int modifiers, String place, Object source) {
        boolean packagePrivate = (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE)) == 0;
        if (packagePrivate && !owner.packageName().equals(model.type().packageName())) {
            problems.add(new Problem(
                    source,
                    place + ": package-private in " + owner.packageName() + ", so the expert "
                            + model.type().name() + " in " + model.type().packageName() + " does not have it",
                    "Make it protected or public."));
        }
    }

    private void report(String message, String hint) {
        problems.add(new Problem(model.source(), model.type().name() + ": " + message, hint));
    }
}
