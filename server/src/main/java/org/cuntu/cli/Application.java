package org.cuntu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cuntu.CuntuApplication;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application for a verb. Its log goes to the home's {@code logs/}, never to the terminal. */
final class Application {
    private Application() {}

    /** Without a web server, for one command; a null home leaves nothing behind. */
    static ConfigurableApplicationContext command(@Nullable Path home, Cli cli) {
        return start(home, false, Settings.Mode.LOCAL, Map.of());
    }

    /** @param more settings that the verb's options state */
    static ConfigurableApplicationContext start(
            @Nullable Path home, boolean web, Settings.Mode mode, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("cuntu.root", Cli.root().toString());
        settings.put("cuntu.mode", mode.name());
        settings.put("spring.main.log-startup-info", false);
        settings.put("spring.main.register-shutdown-hook", true);
        settings.put("logging.threshold.console", "off");
        if (home != null) {
            settings.put("cuntu.home", home.toString());
            settings.put("logging.file.name", home.resolve("logs/cuntu.log").toString());
        }
        settings.putAll(more);
        String[] arguments = settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return CuntuApplication.builder(web).run(arguments);
    }
}
