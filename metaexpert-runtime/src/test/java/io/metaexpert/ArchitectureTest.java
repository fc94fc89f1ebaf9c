package io.metaexpert;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.net.HttpURLConnection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.metaexpert");

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching("io.metaexpert.(*)..").should().beFreeOfCycles());
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        String[] model = {
            "market",
            "order",
            "portfolio",
            "event",
            "performance",
            "indicator",
            "risk",
            "protection",
            "api",
            "spi",
            "bind",
            "analysis"
        };
        for (int i = 0; i < model.length; i++) {
            for (int above = i + 1; above < model.length; above++) {
                never(model[i], model[above]);
            }
            for (String outer : new String[] {
                "engine",
                "simulate",
                "data",
                "store",
                "report",
                "config",
                "log",
                "eventlog",
                "backtest",
                "launch",
                "testing"
            }) {
                boolean isRecord = outer.equals("report") && model[i].equals("spi");
                if (!isRecord) {
                    never(model[i], outer);
                }
            }
        }
    }

    private static void never(String from, String to) {
        holds(noClasses()
                .that(resideInAPackage("io.metaexpert." + from + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.metaexpert." + to + "..")));
    }

    @Test
    void theEngineKnowsNoAdapters() {
        for (String adapter : new String[] {
            "simulate", "data", "store", "report", "config", "eventlog", "backtest", "launch", "testing"
        }) {
            never("engine", adapter);
        }
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        String[] adapters = {"data", "store", "report", "config"};
        for (String adapter : adapters) {
            for (String other : adapters) {
                if (!adapter.equals(other)) {
                    never(adapter, other);
                }
            }
            never(adapter, "engine");
            never(adapter, "simulate");
        }
        never("simulate", "data");
        never("simulate", "store");
        never("simulate", "report");
        never("simulate", "config");
    }

    @Test
    void nothingKnowsTheEntryPointsButThemselves() {
        for (String inner : new String[] {"simulate", "data", "store", "report", "config", "backtest", "testing"}) {
            never(inner, "launch");
        }
        for (String inner : new String[] {"simulate", "data", "store", "report", "config"}) {
            never(inner, "backtest");
            never(inner, "testing");
        }
    }

    @Test
    void indicatorsKnowTheMarketAlone() {
        for (String other : new String[] {"order", "portfolio", "performance", "event"}) {
            never("indicator", other);
        }
    }

    @Test
    void theStateIsKeptWithoutKnowingWhatItMeans() {
        for (String other : new String[] {"order", "portfolio", "event", "risk", "protection", "api"}) {
            never("store", other);
        }
    }

    /** A backtest keeps nothing, and loading SQLite takes longer than many a backtest. */
    @Test
    void aBacktestDoesNotReachTheStore() {
        never("backtest", "store");
    }

    @Test
    void onlyTheStoreKnowsDatabases() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.metaexpert.store..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..")
                        .or(resideInAPackage("javax.sql.."))
                        .or(resideInAPackage("org.sqlite.."))));
    }

    @Test
    void onlyIndicatorsKnowTa4j() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("io.metaexpert.indicator..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.ta4j..")));
    }

    @Test
    void theMarketKnowsJavaAlone() {
        holds(classes()
                .that()
                .resideInAPackage("io.metaexpert.market..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.metaexpert.market.."));
    }

    @Test
    void timeComesFromAClockThatIsGiven() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("io.metaexpert.launch..", "io.metaexpert.cli..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class));
    }

    @Test
    void noOldHttpClientAndNoJavaSerialization() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpURLConnection.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class));
    }
}
