package org.cuntu.core.rules;

/**
 * The sentence of law that a rule states.
 *
 * @param doc the document's title as published
 * @param clause 条 or section; empty when the whole document is meant
 * @param status whether a second source confirmed it; an unverified one is printed as such
 */
public record Article(String doc, String clause, Status status) {
    public enum Status {
        VERIFIED,
        UNVERIFIED
    }
}
