package org.cuntu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this program was built from.
 *
 * @param version of the product
 * @param commit twelve hexadecimal digits, or {@code unknown}
 */
record Build(String version, String commit) {
    static Build read() {
        try (InputStream in = Build.class.getResourceAsStream("/cuntu/build.properties")) {
            Properties properties = new Properties();
            if (in != null) properties.load(in);
            return new Build(properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
