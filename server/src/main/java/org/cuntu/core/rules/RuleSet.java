package org.cuntu.core.rules;

import java.util.List;

/**
 * The rules in force for one review, in the order of their ids.
 *
 * @param hash SHA-256 of {@code text}
 * @param text canonical JSON of the rule files and of the settings that they read; {@link RuleBook#read} makes the same
 *     set from it
 */
public record RuleSet(String hash, String text, List<Rule> rules) {
    public RuleSet {
        rules = List.copyOf(rules);
    }
}
