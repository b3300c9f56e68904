package org.cuntu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** docs/security.md claims nothing that no test shows. */
class SecurityPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|([^|]+)\\|([^|]*)\\|([^|]+)\\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private final String page = page();

    @Test
    void theFortyChecksAreThereInOrder() {
        List<Integer> numbers = ROW.matcher(page)
                .results()
                .map(row -> Integer.parseInt(row.group(1)))
                .toList();

        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void eachIsShownByATestOrWaitsForAnIssue() {
        assertThat(ROW.matcher(page).results())
                .allSatisfy(row -> assertThat(row.group(4)).containsPattern("`\\w+Test`|issue \\d+"));
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Set<String> named = new TreeSet<>();
        for (Matcher matcher = TEST.matcher(page); matcher.find(); ) named.add(matcher.group(1));
        Set<String> there = Stream.of("engine", "demo", "server")
                .flatMap(module -> tests(module).stream())
                .collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(there).containsAll(named);
    }

    private static List<String> tests(String module) {
        try (Stream<Path> files = Files.walk(TestApplication.root().resolve(module + "/src/test/java"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String page() {
        try {
            return Files.readString(TestApplication.root().resolve("docs/security.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
