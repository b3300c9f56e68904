package org.cuntu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** Every problem is said in two languages, with what is wrong and what to do; and no sentence is there for nothing. */
class SentencesTest {
    private static final List<Path> MODULES =
            Stream.of("engine", "server").map(TestApplication.root()::resolve).toList();
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z]+}");

    private final Map<String, String> zh = sentences("_zh.properties");
    private final Map<String, String> en = sentences("_en.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(en.keySet()).isEqualTo(zh.keySet());
        zh.forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(placeholders(en.get(key))).as(key).isEqualTo(placeholders(text));
        });
    }

    @Test
    void everyProblemSaysWhatIsWrongAndWhatToDo() {
        for (String key : zh.keySet()) {
            String code = key.replaceAll("\\.(what|todo)$", "");
            assertThat(zh).as(key).containsKeys(code + ".what", code + ".todo");
        }
    }

    @Test
    void everyCodeInTheSourcesHasItsSentencesAndEverySentenceItsCode() {
        TreeSet<String> said =
                new TreeSet<>(zh.keySet().stream().map(SentencesTest::code).toList());
        String families = String.join(
                "|",
                new TreeSet<>(said.stream().map(code -> code.split("\\.")[0]).toList()));
        Pattern call =
                Pattern.compile("(?:Problem\\.(?:refused|warning)|ProblemAnswer\\.\\w+|yaml\\.refused|refused|problem)"
                        + "\\(\\s*\"((?:" + families + ")\\.[a-z0-9.-]+)\"");
        TreeSet<String> quoted = inSources(QUOTED);

        assertThat(said).containsAll(inSources(call));
        assertThat(said.stream().filter(code -> !quoted.contains(code))).isEmpty();
    }

    private static String code(String key) {
        return key.replaceAll("\\.(what|todo)$", "");
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(text); matcher.find(); ) found.add(matcher.group());
        return found;
    }

    private static TreeSet<String> inSources(Pattern pattern) {
        TreeSet<String> found = new TreeSet<>();
        files("src/main/java", path -> path.toString().endsWith(".java"), path -> {
            Matcher matcher = pattern.matcher(Files.readString(path));
            while (matcher.find()) found.add(matcher.group(1));
        });
        return found;
    }

    private static Map<String, String> sentences(String ending) {
        Map<String, String> all = new TreeMap<>();
        files("src/main/resources/problems", path -> path.toString().endsWith(ending), path -> {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(path)) {
                read.load(reader);
            }
            String family = path.getFileName().toString().replaceAll("_.*", "");
            read.forEach((key, text) -> {
                // a key of no code is a word that sentences share, for example where
                if (!String.valueOf(key).matches(".*\\.(what|todo)")) return;
                assertThat(String.valueOf(key)).as("%s", path).startsWith(family + ".");
                all.put(String.valueOf(key), String.valueOf(text));
            });
        });
        return all;
    }

    private interface Work {
        void on(Path file) throws IOException;
    }

    private static void files(String folder, Function<Path, Boolean> wanted, Work work) {
        for (Path module : MODULES) {
            try (Stream<Path> paths = Files.walk(module.resolve(folder))) {
                for (Path path : paths.filter(wanted::apply).sorted().toList()) work.on(path);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
