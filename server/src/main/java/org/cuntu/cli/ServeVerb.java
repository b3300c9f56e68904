package org.cuntu.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.identity.FirstPersons;
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
        console.result(console.words().say("serve.ready", "address", "http://127.0.0.1:" + chosen.number()) + "\n");
        application.getBean(FirstPersons.class).newCode().ifPresent(code -> console.result(firstPersons(application, code)));
        Running.untilStopped(application);
        return Exit.DONE.status();
    }

    /** The code of a home without accounts: to this terminal alone. */
    private String firstPersons(ConfigurableApplicationContext application, FirstPersons.Code code) {
        String until = application.getBean(CityClock.class).text(code.until());
        return Verbs.console(cli).words().say("serve.first-persons", "code", code.text(), "until", until) + "\n";
    }
}
