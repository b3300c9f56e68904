package org.cuntu.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cuntu.business.planning.DemoPlans;
import org.cuntu.demo.DemoSize;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code demo}: makes the synthetic city when the home has none, then serves it on this machine only. */
@Command(name = "demo")
final class DemoVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Option(names = "--size", paramLabel = "small|city", descriptionKey = "demo.size")
    DemoSize size = DemoSize.SMALL;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "demo.seed")
    long seed = 1;

    @Option(names = "--port", paramLabel = "N", descriptionKey = "option.port")
    @Nullable
    Integer port;

    @Option(names = "--prepare", descriptionKey = "demo.prepare")
    boolean prepare;

    @Option(names = "--demo-password", paramLabel = "TEXT", descriptionKey = "demo.password")
    @Nullable
    String password;

    @Override
    public Integer call() {
        Cli parent = Verbs.parent(cli);
        Console console = parent.console();
        Optional<RunningServer> running = RunningServer.find(parent.home());
        if (running.isPresent())
            throw Stopped.with(
                    Exit.BUSY, "cli.already-running", "address", running.get().address());
        // a port that cannot be had is said before the minutes of the making
        Port chosen = prepare ? new Port(0, false) : Port.choose(port);
        if (!DemoHome.isPrepared(parent.home(), size, seed, console)) {
            try (ConfigurableApplicationContext maker =
                    Application.start(parent.home(), false, Settings.Mode.DEMO, settings())) {
                maker.getBean(DemoHome.class).prepare(size, seed, console);
            }
        }
        if (prepare) {
            console.result(console.words().say("demo.prepared", "home", parent.home()) + "\n");
            return Exit.DONE.status();
        }
        if (chosen.moved()) console.progress("port.moved", "usual", Port.USUAL, "port", chosen.number());
        Map<String, Object> settings = settings();
        settings.put("server.port", chosen.number());
        settings.put("server.address", "127.0.0.1");
        ConfigurableApplicationContext application =
                Application.start(parent.home(), true, Settings.Mode.DEMO, settings);
        String address = "http://127.0.0.1:" + chosen.number();
        console.result(console.words().say("demo.ready", "address", address) + "\n"
                + application.getBean(DemoHome.class).accounts(console.words()));
        // by then somebody can look already
        Thread.ofVirtual().name("demo-deliveries").start(application.getBean(DemoDeliveries.class)::make);
        Thread.ofVirtual().name("demo-plans").start(application.getBean(DemoPlans.class)::make);
        Running.untilStopped(application);
        return Exit.DONE.status();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (password != null) settings.put("cuntu.demo-password", password);
        return settings;
    }
}
