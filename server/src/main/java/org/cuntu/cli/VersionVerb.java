package org.cuntu.cli;

import java.util.concurrent.Callable;
import org.cuntu.core.conformity.ReviewKernel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code version}: product, commit, version of results, Java. */
@Command(name = "version")
final class VersionVerb implements Callable<Integer> {
    @ParentCommand
    @Nullable
    Cli cli;

    @Override
    public Integer call() {
        Console console = Verbs.console(cli);
        Build build = Build.read();
        console.result(console.words()
                        .say(
                                "version.line",
                                "version",
                                build.version(),
                                "commit",
                                build.commit(),
                                "engine",
                                ReviewKernel.ENGINE,
                                "java",
                                Runtime.version().feature())
                + "\n");
        return Exit.DONE.status();
    }
}
