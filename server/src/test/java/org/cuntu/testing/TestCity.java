package org.cuntu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A copy of the city's real folder with working days for five more years: tests put the clock forward and run at the end
 * of a year as well. One a process; whoever needs a year without a calendar asks for one far away.
 */
final class TestCity {
    private static final Path FOLDER = make();

    private TestCity() {}

    static Path folder() {
        return FOLDER;
    }

    private static Path make() {
        Path real = TestApplication.root().resolve("city/liuzhou");
        Path made = TestApplication.temporaryHome();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TestApplication.delete(made)));
        try (Stream<Path> paths = Files.walk(real)) {
            for (Path path : paths.toList()) {
                Path to = made.resolve(real.relativize(path).toString());
                if (Files.isDirectory(path)) Files.createDirectories(to);
                else Files.copy(path, to);
            }
            Path holidays = made.resolve("holidays.yaml");
            String text = Files.readString(holidays);
            Files.writeString(holidays, text.stripTrailing() + "\n" + more(lastYear(text)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lastYear(String text) {
        Matcher year = Pattern.compile("- year: (\\d{4})").matcher(text);
        return year.results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElseThrow();
    }

    private static String more(int last) {
        return IntStream.rangeClosed(last + 1, last + 5)
                .mapToObj("""
                  - year: %1$d
                    notice: 虚构，只供测试
                    status: unverified
                    holidays:
                      - {zh: 元旦, en: New Year's Day, from: "%1$d-01-01"}
                      - {zh: 国庆节, en: National Day, from: "%1$d-10-01", to: "%1$d-10-07"}
                    workdays: []
                """::formatted)
                .reduce("", String::concat);
    }
}
