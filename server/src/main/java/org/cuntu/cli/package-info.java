/**
 * The command line: one verb a class, over the modules of the server (contracts 1).
 *
 * <p>Guarantees that stdout carries the result and nothing else, that a refusal says what, where and what to do in the
 * language asked for, and that the exit status is one of {@link org.cuntu.cli.Exit}. Relies on picocli for the arguments
 * and on the modules' own functions for everything else: a verb computes nothing. Start with {@link org.cuntu.cli.Cli}.
 */
@ApplicationModule(displayName = "Command line")
@NullMarked
package org.cuntu.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
