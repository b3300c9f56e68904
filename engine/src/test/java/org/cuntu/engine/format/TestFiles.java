package org.cuntu.engine.format;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where test files lie: our own under testdata, real ones beside the checkout, which not every machine has. */
final class TestFiles {
    private static final Path ROOT = Path.of(System.getProperty("cuntu.root", ".."));

    private TestFiles() {}

    static Path own(String name) {
        return ROOT.resolve("testdata").resolve(name);
    }

    /** A real file; the test is skipped, and says so, where it is not there. */
    static Path real(String name) {
        Path file = ROOT.resolve("../shared/data").resolve(name).normalize();
        // a worktree lies one folder deeper
        if (!Files.exists(file))
            file = ROOT.resolve("../../shared/data").resolve(name).normalize();
        Path asked = file;
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + asked + " is not on this machine");
        return file;
    }
}
