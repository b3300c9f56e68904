package org.cuntu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cuntu.CuntuApplication;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the server: no cycles, nothing of another's {@code internal}; and their picture in the documents. */
class ModulesTest {
    private static final Path FILE = TestApplication.root().resolve("docs/modules.md");

    static {
        System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
    }

    private final ApplicationModules modules = ApplicationModules.of(CuntuApplication.class);

    @Test
    void modulesHaveNoCyclesAndKeepTheirInternalsToThemselves() {
        modules.verify();
    }

    /** Written anew with {@code -Dcuntu.modules.write=true}. */
    @Test
    void thePictureInTheDocumentsIsTrue() throws IOException {
        if (Boolean.getBoolean("cuntu.modules.write")) Files.writeString(FILE, document());

        assertThat(FILE).content().isEqualTo(document());
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (Stream<Path> all = Files.walk(TestApplication.root())) {
            List<Path> silent = all.filter(path -> path.toString().contains("src/main/java/"))
                    .filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # The modules of the server

                An arrow: uses. Written by `ModulesTest` (`mvn -pl server -am test -Dtest=ModulesTest
                -Dsurefire.failIfNoSpecifiedTests=false -Dcuntu.modules.write=true`), which fails when it is not true.

                ```mermaid
                flowchart TD
                """);
        for (String floor : List.of("cli", "outward", "business", "core", "platform")) {
            if (modules.stream().noneMatch(module -> floor(module).equals(floor))) continue;
            text.append("  subgraph ")
                    .append(floor)
                    .append("_floor[\"")
                    .append(floor)
                    .append("\"]\n");
            modules.stream()
                    .filter(module -> floor(module).equals(floor))
                    .map(ModulesTest::box)
                    .sorted()
                    .forEach(text::append);
            text.append("  end\n");
        }
        arrows().forEach(text::append);
        return text.append("```\n").toString();
    }

    private static String floor(ApplicationModule module) {
        return module.getBasePackage().getName().split("\\.")[2];
    }

    private static String name(ApplicationModule module) {
        String all = module.getBasePackage().getName();
        return all.substring(all.lastIndexOf('.') + 1);
    }

    private static String box(ApplicationModule module) {
        return "    " + name(module) + "[\"" + module.getDisplayName() + "\"]\n";
    }

    private TreeSet<String> arrows() {
        return modules.stream()
                .flatMap(module -> module.getDirectDependencies(modules)
                        .uniqueModules()
                        .filter(used -> !used.equals(module))
                        .map(used -> "  " + name(module) + " --> " + name(used) + "\n"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
