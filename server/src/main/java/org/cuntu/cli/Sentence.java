package org.cuntu.cli;

import java.util.Locale;
import org.cuntu.engine.problem.Problem;

/**
 * A problem as it is printed: from this process, or as a server answered it.
 *
 * @param code stable
 * @param what is wrong and why
 * @param where file, line, plot, point; may be empty
 * @param todo what to do
 */
record Sentence(String code, String what, String where, String todo) {
    static Sentence of(Problem problem, Locale locale) {
        return new Sentence(problem.code(), problem.what(locale), problem.where(locale), problem.todo(locale));
    }
}
