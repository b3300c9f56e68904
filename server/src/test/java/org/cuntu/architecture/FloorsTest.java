package org.cuntu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.jackson.JacksonMixin;

/** A floor uses the floors below it and never one above; one class reads the clock. */
@AnalyzeClasses(packages = "org.cuntu", importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {
    @ArchTest
    static final ArchRule FLOORS_LOOK_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.cuntu..")
            .layer("engine")
            .definedBy("org.cuntu.engine..")
            .layer("demo")
            .definedBy("org.cuntu.demo..")
            .layer("platform")
            .definedBy("org.cuntu.platform..")
            .layer("core")
            .definedBy("org.cuntu.core..")
            .layer("business")
            .definedBy("org.cuntu.business..")
            .layer("outward")
            .definedBy("org.cuntu.outward..")
            .layer("cli")
            .definedBy("org.cuntu.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("outward")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("business")
            .mayOnlyBeAccessedByLayers("outward", "cli")
            .whereLayer("core")
            .mayOnlyBeAccessedByLayers("business", "outward", "cli")
            .whereLayer("platform")
            .mayOnlyBeAccessedByLayers("core", "business", "outward", "cli")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("cli")
            .because(
                    "engine ← demo ← platform ← core ← business ← outward ← cli; the demo's city is made by the command line alone");

    @ArchTest
    static final ArchRule THE_ENGINE_IS_A_LIBRARY = noClasses()
            .that()
            .resideInAPackage("org.cuntu.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.net..", "jakarta..")
            .because("what needs a server, a database or a network belongs to the server");

    @ArchTest
    static final ArchRule ONE_CLASS_READS_THE_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cuntu.platform.home.CityClock")
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("the clock or the machine's zone is read", FloorsTest::isClock))
            .because("CityClock is the one clock, and dates are the city's (contracts 4)");

    @ArchTest
    static final ArchRule NO_MIXINS = noClasses()
            .should()
            .beAnnotatedWith(JacksonMixin.class)
            .because("nothing looks for mixins of Jackson: NoMixins takes that look away from each start");

    private static boolean isClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        if (owner.equals("java.lang.System")) return name.equals("currentTimeMillis");
        boolean time = owner.startsWith("java.time.");
        return time && (name.equals("now") || name.startsWith("system"))
                || owner.equals("java.util.TimeZone") && name.equals("getDefault")
                || owner.equals("java.util.Date") && name.equals("<init>");
    }
}
