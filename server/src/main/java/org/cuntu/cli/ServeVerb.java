package org.cuntu.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code serve}: an office's server; refuses a home that holds demo accounts or invented layers. */
@Command(name = "serve")
final class ServeVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
    @Nullable
    Integer port;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        Port chosen = Port.choose(port);
        if (chosen.moved()) console.progress("port.moved", "usual", Port.USUAL, "port", chosen.number());
        ConfigurableApplicationContext application =
                Application.start(parent.home(), true, Settings.Mode.SERVE, Map.of("server.port", chosen.number()));
        boolean tls = application.getEnvironment().containsProperty("server.ssl.key-store")
                || application.getEnvironment().containsProperty("server.ssl.bundle");
        String address = (tls ? "https" : "http") + "://127.0.0.1:" + chosen.number();
        console.result(console.words().say("serve.ready", "address", address) + "\n");
        Running.untilStopped(application);
        return Exit.DONE.status();
    }
}
