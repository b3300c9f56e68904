package org.cuntu.platform.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GDAL's own programs, as a witness for what our readers and writers do; started without what the product has around them. */
public final class TestGdal {
    private TestGdal() {}

    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("ogr2ogr", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it prints; fails when it fails. */
    public static String run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0)
            throw new IllegalStateException(String.join(" ", command) + ": " + out);
        return out;
    }
}
