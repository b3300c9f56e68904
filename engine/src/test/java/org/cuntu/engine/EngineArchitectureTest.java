package org.cuntu.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** What the engine may know, and what would make a result differ between two machines or two moments. */
@AnalyzeClasses(packages = "org.cuntu.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    /** Math's own versions may differ in the last bit between platforms; sqrt, abs, min, max, floor… may not. */
    private static final Set<String> INEXACT = Set.of(
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "atan2",
            "sinh",
            "cosh",
            "tanh",
            "hypot",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "pow",
            "cbrt",
            "toRadians",
            "toDegrees");

    @ArchTest
    static final ArchRule KNOWS_NEITHER_SPRING_NOR_DATABASE_NOR_NETWORK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net..", "jakarta..")
            .because(
                    "the engine is a library: what needs a server, a database or a network belongs to the server module");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("org.cuntu.engine.(*)..")
            .should()
            .beFreeOfCycles()
            .because("the order is problem, measure, geometry, layer, then format, overlay and tile");

    @ArchTest
    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethodWhere(call("a reading of the clock or the system's zone", access -> {
                String owner = access.getTargetOwner().getName();
                String name = access.getName();
                return (owner.startsWith("java.time.") && (name.equals("now") || name.startsWith("system")))
                        || (owner.equals("java.lang.System") && name.startsWith("currentTime"));
            }))
            .because("moments are passed in; a result must be the same whenever it is computed");

    @ArchTest
    static final ArchRule STRICT_MATHEMATICS_IN_RESULTS = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.cuntu.engine.measure..",
                    "org.cuntu.engine.geometry..",
                    "org.cuntu.engine.overlay..",
                    "org.cuntu.engine.layer..",
                    "org.cuntu.engine.matrix..",
                    "org.cuntu.engine.format..")
            .should()
            .callMethodWhere(call(
                    "java.lang.Math where its last bit may differ",
                    access -> access.getTargetOwner().getName().equals("java.lang.Math")
                            && INEXACT.contains(access.getName())))
            .because("StrictMath gives the same bits everywhere");

    private static DescribedPredicate<JavaAccess<?>> call(String what, java.util.function.Predicate<JavaAccess<?>> is) {
        return DescribedPredicate.describe(what, is);
    }
}
