package org.cuntu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;

/** What may lie in the tree: no registry's host, no path of one machine, no key. */
class TreeTest {
    /** Written with classes of one letter, so that this file does not find itself. */
    private static final Pattern HOST =
            Pattern.compile("repo1?[.]maven[.]|registry[.]npmj[s]|deb[.]debian[.]|repo[.]spring[.]i[o]|npmmirro[r]");

    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.~}$-])/(?:work/[a-z]|home/[a-z]|roo[t]/|far[m]/|Users/[A-Za-z])");
    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KE[Y]-----|AKIA[0-9A-Z]{16}");
    private static final Pattern KEYSTORE = Pattern.compile(".*\\.(p12|pfx|jks|keystore|pem|key)$");

    @Test
    void nothingNamesARegistry() throws Exception {
        assertThat(matching(HOST)).isEmpty();
    }

    @Test
    void nothingNamesAPathOfOneMachine() throws Exception {
        assertThat(matching(MACHINE)).isEmpty();
    }

    @Test
    void noKeyLiesInTheTree() throws Exception {
        assertThat(tracked()).noneMatch(file -> KEYSTORE.matcher(file).matches());
        assertThat(matching(KEY)).isEmpty();
    }

    private static List<String> matching(Pattern pattern) throws Exception {
        return tracked().stream()
                .filter(file -> !file.endsWith(".svg") && !file.endsWith(".png"))
                .filter(file -> pattern.matcher(text(file)).find())
                .toList();
    }

    /** Read as Latin-1: every byte is a letter, so files that are no text are looked through too. */
    private static String text(String file) {
        try {
            Path path = TestApplication.root().resolve(file);
            return Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> tracked() throws Exception {
        Process git = new ProcessBuilder("git", "ls-files", "-z")
                .directory(TestApplication.root().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String listed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("git ls-files").isZero();
        assertThat(listed).contains("README.md");
        return List.of(listed.split("\0"));
    }
}
