/**
 * The city's rules (规则): dated sentences of law as data, read from {@code city/<city>/rules/*.yaml}.
 *
 * <p>Guarantees that every rule in a {@link org.cuntu.core.rules.RuleBook} is of the published shape
 * ({@code docs/schema/rule-1.json}), that its expressions are typed, bounded and touch nothing but the facts given, and
 * that a {@link org.cuntu.core.rules.RuleSet} is named by the SHA-256 of its canonical text. Relies on the city's layer
 * register for the fields that expressions may read; a rule never computes geometry. Start at
 * {@link org.cuntu.core.rules.RuleBook}; contracts 4 and 6, handbook plan layers 4.7.
 */
@ApplicationModule(displayName = "Rules (规则)")
@NullMarked
package org.cuntu.core.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
