package org.cuntu.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A verb that is named already and comes with a later version; takes any arguments. */
@Command
final class LaterVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..*", hidden = true)
    @Nullable
    List<String> arguments;

    @Override
    public Integer call() {
        String verb = spec == null ? "" : spec.name();
        throw Stopped.with(Exit.NOT_IN_THIS_VERSION, "cli.later-version", "verb", verb);
    }
}
