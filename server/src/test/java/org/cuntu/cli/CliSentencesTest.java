package org.cuntu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CliSentencesTest {
    private static final Pattern CODE = Pattern.compile("\"(cli\\.[a-z0-9-]+)\"");

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = CliSentencesTest.class.getResourceAsStream(name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> codesInTheSource() throws IOException {
        Set<String> codes = new TreeSet<>();
        Path sources = Cli.root().resolve("server/src/main/java/org/cuntu/cli");
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) codes.add(matcher.group(1));
            }
        }
        // words, not problems
        codes.removeAll(Set.of("cli.words", "cli.where", "cli.todo", "cli.more"));
        return codes;
    }

    @Test
    void everyCodeSaysWhatAndWhatToDoInBothLanguages() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String code : codesInTheSource()) {
            expected.add(code + ".what");
            expected.add(code + ".todo");
        }
        assertThat(read("/problems/cli_zh.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(read("/problems/cli_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(read("/cli/words_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        read("/cli/words_zh.properties").stringPropertyNames());
    }
}
