package org.cuntu.core.rules;

import java.util.List;

/**
 * The rules in force for one review, in the order of their ids, with what else of the city's law they stand on.
 *
 * @param hash SHA-256 of {@code text}
 * @param text canonical JSON of the rule files, of the settings that they read, of the document types and the conversion
 *     matrix; {@link RuleBook#read} makes the same set from it
 */
public record RuleSet(String hash, String text, List<Rule> rules, List<DocumentType> documents, Conversion conversion) {
    public RuleSet {
        rules = List.copyOf(rules);
        documents = List.copyOf(documents);
    }

    public RuleSet(String hash, String text, List<Rule> rules) {
        this(hash, text, rules, List.of(), Conversion.NONE);
    }
}
