package org.cuntu.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which language a command answers in: {@code --lang}, else what the launcher or the environment says, else Chinese. */
final class Language {
    private Language() {}

    /** Looked for before the arguments are read, so that what is wrong with them is said in that language too. */
    static @Nullable String stated(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) return args[i].substring("--lang=".length());
            if (args[i].equals("--lang") && i + 1 < args.length) return args[i + 1];
        }
        return null;
    }

    /** {@code zh} or {@code en}. */
    static String of(@Nullable String stated, Map<String, String> environment) {
        if (stated != null) return stated.equals("en") ? "en" : "zh";
        String launcher = System.getProperty("cuntu.lang", "");
        if (!launcher.isEmpty()) return launcher.equals("en") ? "en" : "zh";
        return environment.getOrDefault("LANG", "").startsWith("en") ? "en" : "zh";
    }
}
