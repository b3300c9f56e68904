/**
 * How rule files are read: YAML to a tree, the tree against the schema, the expressions to typed programs.
 *
 * <p>Guarantees that whatever is wrong with a file is said with its file name and the nearest known word. Relies on
 * networknt's validator and on dev.cel. Start at {@link org.cuntu.core.rules.internal.RuleFiles}; contracts 6.
 */
@NullMarked
package org.cuntu.core.rules.internal;

import org.jspecify.annotations.NullMarked;
