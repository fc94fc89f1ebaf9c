package io.metaexpert.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.metaexpert.UserException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is found by the compiler at its line, and by the binder with the same words. */
class MistakesTest {
    private static final String TIMEFRAMES =
            "Allowed: 1s, 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 6h, 8h, 12h, 1d, 3d, 1w, 1M.";

    /** The line with the mistake ends with {@code //!}; the class that is bound is {@code p.Fx} or as given. */
    record Fixture(String bound, Map<String, String> sources, String message, String hint) {
        @Override
        public String toString() {
            return message;
        }

        int line() {
            for (String source : sources.values()) {
                int mark = source.indexOf("//!");
                if (mark >= 0) {
                    return 1
                            + (int) source.substring(0, mark)
                                    .chars()
                                    .filter(c -> c == '\n')
                                    .count();
                }
            }
            throw new IllegalArgumentException("no mark: " + message);
        }
    }

    private static Fixture source(String text, String message, String hint) {
        return new Fixture("p.Fx", Map.of("p.Fx", text), message, hint);
    }

    /** One member in a class that is right but for it. */
    private static Fixture member(String member, String message, String hint) {
        return source("@Expert class Fx {\n @OnDeinit void end() {}\n " + member + " //!\n}", message, hint);
    }

    static Stream<Fixture> mistakes() {
        List<Fixture> all = new ArrayList<>();
        all.addAll(signatures());
        all.addAll(annotations());
        all.addAll(inputs());
        all.addAll(classes());
        all.addAll(hierarchies());
        return all.stream();
    }

    private static List<Fixture> signatures() {
        return List.of(
                member(
                        "@OnBar void f(Tick t) {}",
                        "Fx.f: @OnBar offers Bar and ExpertContext, not Tick",
                        "A method with @OnTick is given Tick."),
                member(
                        "@OnInit void f(String s) {}",
                        "Fx.f: @OnInit offers ExpertContext, not String",
                        "Remove the parameter; fewer than offered are fine, in any order."),
                member(
                        "@OnBar void f(org.ta4j.core.Bar b) {}",
                        "Fx.f: @OnBar offers Bar and ExpertContext, not org.ta4j.core.Bar",
                        "Import io.metaexpert.market.Bar instead."),
                member(
                        "@OnBar void f(Bar... b) {}",
                        "Fx.f: @OnBar offers Bar and ExpertContext, not Bar[]",
                        "Remove the parameter; fewer than offered are fine, in any order."),
                member(
                        "@OnBar void f(Bar a, Bar b) {}",
                        "Fx.f: Bar is a parameter twice",
                        "@OnBar offers Bar and ExpertContext, each once."),
                member(
                        "@OnInit boolean f() { return true; }",
                        "Fx.f: @OnInit returns InitResult or void, not boolean",
                        "Change the return type to InitResult or void."),
                member(
                        "@OnBacktest int f() { return 1; }",
                        "Fx.f: @OnBacktest returns double, not int",
                        "Change the return type to double."),
                member(
                        "@OnTick String f() { return \"\"; }",
                        "Fx.f: @OnTick returns void, not String",
                        "Change the return type to void."),
                member("@OnBar private void f() {}", "Fx.f: a handler must not be private", "Remove private."),
                member("@OnBar static void f() {}", "Fx.f: a handler must not be static", "Remove static."));
    }

    private static List<Fixture> annotations() {
        return List.of(
                member(
                        "@OnBar(timeframe = \"60m\") void f() {}",
                        "Fx.f: @OnBar(timeframe = \"60m\") is not a timeframe",
                        "Did you mean 1h? " + TIMEFRAMES),
                member(
                        "@OnBar(timeframe = \"4H\") void f() {}",
                        "Fx.f: @OnBar(timeframe = \"4H\") is not a timeframe",
                        "Did you mean 4h? " + TIMEFRAMES),
                member(
                        "@OnBar(timeframe = \"hourly\") void f() {}",
                        "Fx.f: @OnBar(timeframe = \"hourly\") is not a timeframe",
                        TIMEFRAMES),
                member(
                        "@OnTimer(every = \"60\") void f() {}",
                        "Fx.f: @OnTimer(every = \"60\") is not a duration above zero",
                        "Write a number and a unit, such as 500ms, 60s, 15m, 1h or 1d."),
                member(
                        "@OnTimer(every = \"0s\") void f() {}",
                        "Fx.f: @OnTimer(every = \"0s\") is not a duration above zero",
                        "Write a number and a unit, such as 500ms, 60s, 15m, 1h or 1d."),
                member(
                        "@OnBook(depth = 0) void f() {}",
                        "Fx.f: @OnBook(depth = 0) is out of range",
                        "Ask for 1 to 1000 levels."),
                member(
                        "@OnTick void a() {}\n @OnTick void b() {}",
                        "Fx: @OnTick on more than one method: Fx.a, Fx.b",
                        "Keep one of them and call the others from it."),
                member(
                        "@OnBar void a() {}\n @OnBar(timeframe = \"\") void b() {}",
                        "Fx: @OnBar on more than one method: Fx.a, Fx.b",
                        "Keep one of them and call the others from it."),
                member(
                        "@OnBar void o() {}\n @OnBar(timeframe = \"4h\") void a() {}\n"
                                + " @OnBar(timeframe = \"4h\") void b() {}",
                        "Fx: @OnBar(timeframe = \"4h\") on more than one method: Fx.a, Fx.b",
                        "Keep one of them and call the others from it."));
    }

    private static List<Fixture> inputs() {
        return List.of(
                member("@Input final int n = 1;", "Fx.n: an @Input must not be final", "Remove final."),
                member("@Input static int n;", "Fx.n: an @Input must not be static", "Remove static."),
                member("@Input private int n;", "Fx.n: an @Input must not be private", "Remove private."),
                member(
                        "@Input Integer n;",
                        "Fx.n: an @Input cannot be of type Integer",
                        "Allowed: int, long, double, boolean, String, an enum, java.time.Duration."),
                member("@Input(min = 5, max = 2.5) int n;", "Fx.n: min 5 is above max 2.5", "Exchange them."),
                member("@Input(step = -1) int n;", "Fx.n: step -1 is not allowed", "Write a step above zero, or none."),
                member(
                        "@Input(min = 1) String n;",
                        "Fx.n: min, max and step are for numbers, not for String",
                        "Remove them."),
                member(
                        "@Input(percent = true) int n;",
                        "Fx.n: percent is for double, not for int",
                        "Make the field a double; it holds the fraction, 0.02 for 2%."));
    }

    private static List<Fixture> classes() {
        return List.of(
                source(
                        "@Expert\ninterface Fx {} //!",
                        "Fx: @Expert marks a class, but this is an interface",
                        "Make it a class."),
                source("@Expert\nenum Fx {} //!", "Fx: @Expert marks a class, but this is an enum", "Make it a class."),
                source(
                        "@Expert\nrecord Fx() {} //!",
                        "Fx: @Expert marks a class, but this is a record",
                        "Make it a class."),
                source(
                        "@Expert\nabstract class Fx { //!\n @OnBar void f() {} }",
                        "Fx: an expert is created by the runtime, but this class is abstract",
                        "Remove abstract, or put @Expert on the subclass that is to run."),
                source(
                        "@Expert\nclass Fx {} //!",
                        "Fx: no handler, so it would never be called",
                        "Annotate a method, such as @OnBar void trade(Bar bar, ExpertContext ctx)."),
                source(
                        "@Expert\nclass Fx { //!\n private Fx() {}\n @OnBar void f() {} }",
                        "Fx: the constructor without parameters is private",
                        "Remove private from it."),
                source(
                        "@Expert\nclass Fx { //!\n Fx(int n) {}\n @OnBar void f() {} }",
                        "Fx: an expert needs a constructor without parameters",
                        "Add Fx() {}, or remove the others; settings are @Input fields, and the context comes with @OnInit."),
                source(
                        "class Fx {\n @OnBar void f() {} //!\n}",
                        "Fx.f: @OnBar has no effect in a class that is not annotated @Expert",
                        "Annotate Fx with @Expert; a base class of experts is abstract."),
                source(
                        "class Fx {\n @Input int n; //!\n}",
                        "Fx.n: @Input has no effect in a class that is not annotated @Expert",
                        "Annotate Fx with @Expert; a base class of experts is abstract."),
                new Fixture(
                        "p.Fx$In",
                        Map.of(
                                "p.Fx",
                                "class Fx {\n @Expert private static class In { //!\n In() {} @OnBar void f() {} } }"),
                        "In: an expert is created by the runtime, but this class is private",
                        "Remove private."));
    }

    private static List<Fixture> hierarchies() {
        return List.of(
                source(
                        "abstract class Base {\n abstract @OnBar void f(); //!\n}\n"
                                + "@Expert class Fx extends Base {\n @Override @OnBar void f() {} }",
                        "Base.f: a handler must not be abstract",
                        "Annotate the method that implements it instead."),
                source(
                        "abstract class Base {\n @OnBar void f() {} }\n"
                                + "@Expert class Fx extends Base {\n @Override void f() {} //!\n @OnTick void g() {} }",
                        "Fx.f: overrides Base.f, which has @OnBar, without having it",
                        "Annotate it with @OnBar too, or give it another name."),
                source(
                        "interface Base {\n @OnBar default void f() {} //!\n}\n"
                                + "@Expert class Fx implements Base {\n @OnTick void g() {} }",
                        "Base.f: @OnBar has no effect in an interface",
                        "Move it to a class annotated @Expert."),
                source(
                        "abstract class Base {\n @Input int n; }\n"
                                + "@Expert class Fx extends Base {\n @Input int n; //!\n @OnTick void g() {} }",
                        "Fx.n: the @Input Base.n has the same name",
                        "Rename one of them."),
                new Fixture(
                        "p.Fx",
                        Map.of(
                                "p.Fx",
                                "@Expert class Fx extends q.Base {\n @OnTick void g() {} }",
                                "q.Base",
                                "public abstract class Base {\n @OnBar void f() {} //!\n}"),
                        "Base.f: package-private in q, so the expert Fx in p does not have it",
                        "Make it protected or public."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isACompileErrorAtItsElementAndTheSameAtStart(Fixture fixture, @TempDir Path folder) throws Exception {
        assertThat(Compilation.check(fixture.sources()))
                .containsExactly(fixture.line() + ": " + fixture.message() + "\n  hint: " + fixture.hint());

        Compilation.write(fixture.sources(), folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> expert = loader.loadClass(fixture.bound());
            UserException refused =
                    catchThrowableOfType(UserException.class, () -> ExpertBinder.bind(expert, Map.of()));
            assertThat(refused).hasMessage(fixture.message());
            assertThat(refused.hint()).isEqualTo(fixture.hint());
        }
    }

    @Test
    void reportsInnerClassesWithTheirHiddenConstructorParameter(@TempDir Path folder) throws Exception {
        Map<String, String> source = Map.of("p.Fx", "class Fx {\n @Expert class In {\n @OnBar void f() {} } }");

        assertThat(Compilation.check(source))
                .containsExactly("2: In: an expert stands by itself, but this is an inner class\n"
                        + "  hint: Declare it static or move it to a file of its own.");

        Compilation.write(source, folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> expert = loader.loadClass("p.Fx$In");
            assertThat(catchThrowableOfType(UserException.class, () -> ExpertBinder.bind(expert, Map.of())))
                    .hasMessage("In: an expert stands by itself, but this is an inner class");
        }
    }

    @Test
    void reportsAllMistakesAtOnce(@TempDir Path folder) throws Exception {
        Map<String, String> source = Map.of(
                "p.Fx", "@Expert class Fx {\n @OnBar private int f(Tick t) { return 0; }\n @Input final int n = 1; }");

        assertThat(Compilation.check(source)).hasSize(4);

        Compilation.write(source, folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> expert = loader.loadClass("p.Fx");
            assertThat(catchThrowableOfType(UserException.class, () -> ExpertBinder.bind(expert, Map.of())))
                    .hasMessage("4 mistakes in Fx"
                            + "\n  Fx.f: @OnBar offers Bar and ExpertContext, not Tick"
                            + "\n    A method with @OnTick is given Tick."
                            + "\n  Fx.f: @OnBar returns void, not int"
                            + "\n    Change the return type to void."
                            + "\n  Fx.f: a handler must not be private"
                            + "\n    Remove private."
                            + "\n  Fx.n: an @Input must not be final"
                            + "\n    Remove final.");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void bindsAPackagePrivateClassOfAnotherClassLoader(@TempDir Path folder) throws Exception {
        Map<String, String> source = Map.of("p.Fx", """
                @Expert final class Fx {
                    boolean called;
                    @OnBar void trade(ExpertContext ctx) { called = ctx == null; }
                }
                """);
        assertThat(Compilation.check(source)).isEmpty();
        Compilation.write(source, folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            BoundExpert bound = ExpertBinder.bind(loader.loadClass("p.Fx"), Map.of());

            bound.onBar().getFirst().handler().handle(null, null);

            var called = bound.instance().getClass().getDeclaredField("called");
            called.setAccessible(true);
            assertThat(called.getBoolean(bound.instance())).isTrue();
        }
    }
}
