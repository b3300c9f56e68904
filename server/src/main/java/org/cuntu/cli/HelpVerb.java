package org.cuntu.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code help [VERB]}: the list of verbs, or the options of one. */
@Command(name = "help")
final class HelpVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", descriptionKey = "help.verb")
    @Nullable
    String verb;

    @Override
    public Integer call() {
        Console console = Verbs.console(cli);
        if (verb == null) {
            console.result(Verbs.help(console.words()));
            return Exit.DONE.status();
        }
        CommandLine asked = spec == null ? null : spec.root().subcommands().get(verb);
        if (asked == null) throw Stopped.with(Exit.WRONG_USAGE, "cli.unknown-verb", "verb", verb);
        console.result(asked.getUsageMessage(CommandLine.Help.Ansi.OFF));
        return Exit.DONE.status();
    }
}
