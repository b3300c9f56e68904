package org.cuntu.platform.clients.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.clients.ClientTerms;

/** The terms of a client as the content of a proposal that another person decides. */
final class ClientMatter {
    static final String PROPOSE = "clients:client:manage";
    static final String DECIDE = "identity:role:decide";

    private ClientMatter() {}

    static Map<String, String> content(ClientTerms terms) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("name", terms.name());
        content.put("unit", terms.unit());
        content.put("purpose", terms.purpose());
        content.put("scopes", String.join(" ", terms.scopes()));
        content.put("division", terms.division());
        content.put("level", Integer.toString(terms.level()));
        content.put("quota", Integer.toString(terms.quota()));
        content.put("addresses", String.join(" ", terms.addresses()));
        content.put("expiresAt", terms.expiresAt().toString());
        return content;
    }

    /** As above, with the permissions that are new, which whoever decides looks at first. */
    static Map<String, String> change(ClientTerms held, ClientTerms wanted) {
        Map<String, String> content = content(wanted);
        List<String> added = wanted.scopes().stream()
                .filter(scope -> !held.scopes().contains(scope))
                .toList();
        content.put("added", String.join(" ", added));
        return content;
    }

    /** @throws InputRefused when it is no terms */
    static ClientTerms terms(Map<String, String> content) {
        try {
            return new ClientTerms(
                    word(content, "name"),
                    word(content, "unit"),
                    word(content, "purpose"),
                    words(content, "scopes"),
                    word(content, "division"),
                    Integer.parseInt(word(content, "level")),
                    Integer.parseInt(word(content, "quota")),
                    words(content, "addresses"),
                    Instant.parse(word(content, "expiresAt")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new InputRefused(Problem.refused("clients.level", Problem.Place.UNKNOWN));
        }
    }

    private static String word(Map<String, String> content, String name) {
        return content.getOrDefault(name, "");
    }

    private static List<String> words(Map<String, String> content, String name) {
        return ClientStore.words(content.get(name));
    }
}
