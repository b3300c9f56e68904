package org.cuntu.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The verbs of {@code ./cuntu}, in the order of the help. */
final class Verbs {
    private static final List<String> ORDER = List.of(
            "demo", "serve", "review", "import", "export", "verify", "backup", "restore", "bench", "test", "help",
            "version");

    private Verbs() {}

    static CommandLine of(Cli cli) {
        CommandLine line = new CommandLine(cli);
        line.addSubcommand("demo", new DemoVerb());
        line.addSubcommand("serve", new ServeVerb());
        line.addSubcommand("review", new ReviewVerb());
        line.addSubcommand("import", new ImportVerb());
        line.addSubcommand("export", new ExportVerb());
        line.addSubcommand("backup", new BackupVerb());
        line.addSubcommand("restore", new RestoreVerb());
        line.addSubcommand("verify", new VerifyVerb());
        line.addSubcommand("proof-bench", new ProofBenchVerb());
        line.addSubcommand("data-bench", new DataBenchVerb());
        line.addSubcommand("help", new HelpVerb());
        line.addSubcommand("version", new VersionVerb());
        line.setResourceBundle(cli.console().words().bundle());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    /** The list of verbs. */
    static String help(CliWords words) {
        StringBuilder text = new StringBuilder(words.say("help.usage")).append("\n\n");
        for (String verb : ORDER)
            text.append(String.format("  %-9s", verb))
                    .append(words.say("verb." + verb))
                    .append('\n');
        return text.append('\n').append(words.say("help.options")).append('\n').toString();
    }

    static List<String> names(ArgSpec argument) {
        return argument instanceof OptionSpec option ? List.of(option.longestName()) : List.of(argument.paramLabel());
    }

    static Console console(@Nullable Cli cli) {
        return parent(cli).console();
    }

    /** picocli sets it before a verb is called. */
    static Cli parent(@Nullable Cli cli) {
        if (cli == null) throw new IllegalStateException("a verb without its command");
        return cli;
    }
}
