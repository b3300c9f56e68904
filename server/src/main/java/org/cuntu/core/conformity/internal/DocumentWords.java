package org.cuntu.core.conformity.internal;

import org.cuntu.core.rules.RuleSet;
import org.cuntu.core.rules.Words;

/** What a type of document is called: by the city's list in force, else by the words of version 0.1, else by its code. */
final class DocumentWords {
    private DocumentWords() {}

    static Words of(RuleSet rules, String type) {
        return rules.documents().stream()
                .filter(one -> one.id().equals(type))
                .findFirst()
                .map(one -> one.title())
                .orElseGet(() -> known(ReviewWords.of("document." + type), type));
    }

    private static Words known(Words words, String type) {
        return words.zh().startsWith("document.") ? ReviewWords.same(type) : words;
    }
}
