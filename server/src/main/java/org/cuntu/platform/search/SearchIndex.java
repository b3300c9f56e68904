package org.cuntu.platform.search;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tokens of names (contracts 9): {@code search_token(token, noun, scope, id)}. A candidate shares the tokens of what is
 * asked; whether it matches is said by {@link SearchText#score} of its name. Thread safe.
 */
public interface SearchIndex {
    /** The names by which one thing is found; its id is unique in noun and scope. */
    record Named(String id, List<String> names) {
        public Named {
            names = List.copyOf(names);
        }
    }

    /** @param scope the hash of the snapshot in which the id is a feature; empty when ids are the noun's own */
    record Candidate(String scope, String id) {}

    /** Whether a scope was filled by this version of the tokens. */
    boolean isFilled(String noun, String scope);

    /**
     * Fills a scope whole or not at all, in a transaction of its own. Nothing happens when it is filled already, here or by
     * another node at the same time; what an older version of the tokens left is taken away first.
     *
     * @return how many things; 0 when nothing happened
     */
    long fill(String noun, String scope, Stream<Named> things);

    /** Adds one thing without a scope, in the caller's transaction; once. */
    void add(String noun, Named thing);

    /** The same thing by other names, in the caller's transaction; one that was not added is added. */
    void rename(String noun, Named thing);

    /** Things that may match, at most so many, in no order. */
    List<Candidate> find(SearchText text, String noun, Collection<String> scopes, int limit);
}
