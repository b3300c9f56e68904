package org.cuntu.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cuntu.engine.problem.Problem.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every problem that the engine's source raises has its sentences, and every figure that they name is given. */
class ProblemSentencesTest {
    private static final Pattern RAISED =
            Pattern.compile("(?:refused|warning)\\(\\s*\"([a-z0-9.-]+)\"((?:[^;\"]|\"[^\"]*\")*?);", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\"([a-zA-Z]+)\"\\s*,");
    private static final Pattern NAMED = Pattern.compile("\\{([a-zA-Z]+)}");

    private enum Language {
        CHINESE(Locale.CHINA),
        ENGLISH(Locale.ENGLISH);

        private final Locale locale;

        Language(Locale locale) {
            this.locale = locale;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeSaysWhatAndWhatToDo(Language language) throws IOException {
        Map<String, Set<String>> raised = raised();
        assertThat(raised).hasSizeGreaterThan(40);
        raised.forEach((code, given) -> {
            Problem problem = Problem.refused(code, Place.UNKNOWN);
            for (String sentence : new String[] {problem.what(language.locale), problem.todo(language.locale)}) {
                assertThat(sentence).as(code).isNotBlank().isNotEqualTo(code);
                NAMED.matcher(sentence)
                        .results()
                        .forEach(m -> assertThat(given).as(code).contains(m.group(1)));
            }
        });
    }

    @Test
    void chineseAndEnglishDiffer() throws IOException {
        raised().keySet().forEach(code -> {
            Problem problem = Problem.refused(code, Place.UNKNOWN);
            assertThat(problem.what(Locale.CHINA)).as(code).isNotEqualTo(problem.what(Locale.ENGLISH));
        });
    }

    @Test
    void aPlotThatWasDrawnIsNamedWithoutAFile() {
        Problem drawn = Problem.refused("shape.empty", Place.file("").plot("1"));
        Problem read = Problem.refused("shape.empty", Place.file("a.txt").plot("1"));

        assertThat(read.where(Locale.CHINESE))
                .endsWith(drawn.where(Locale.CHINESE))
                .startsWith("a.txt");
        assertThat(drawn.where(Locale.CHINESE)).isNotBlank().doesNotStartWith("，");
    }

    private static Map<String, Set<String>> raised() throws IOException {
        Map<String, Set<String>> raised = new LinkedHashMap<>();
        Path source = Path.of(System.getProperty("cuntu.root", "..")).resolve("engine/src/main/java");
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                Matcher matcher = RAISED.matcher(Files.readString(file));
                while (matcher.find()) {
                    Set<String> names = raised.computeIfAbsent(matcher.group(1), c -> new TreeSet<>());
                    NAME.matcher(matcher.group(2)).results().forEach(m -> names.add(m.group(1)));
                }
            }
        }
        return raised;
    }
}
