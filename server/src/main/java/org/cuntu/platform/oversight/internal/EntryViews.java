package org.cuntu.platform.oversight.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.platform.audit.Box;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries as the page shows them, with the names of those who acted. */
@Component
class EntryViews {
    private static final String PERSONAL = "personal:";

    private final Accounts accounts;

    EntryViews(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param number null while it waits for its place
     * @param name of the person; empty when there is no such account any more
     * @param box west, south, east, north
     * @param personal value by name; null where it is erased
     */
    record View(
            @Nullable Long number,
            String leaf,
            String id,
            String at,
            String actor,
            String name,
            String unit,
            String act,
            String object,
            @Nullable String digest,
            double @Nullable [] box,
            Map<String, @Nullable String> personal) {}

    List<View> of(List<ProofEntry> entries) {
        Map<String, User> people = people();
        return entries.stream().map(entry -> of(entry, people)).toList();
    }

    View of(ProofEntry entry) {
        return of(entry, people());
    }

    Map<String, User> people() {
        Map<String, User> people = new HashMap<>();
        for (User user : accounts.listAll()) people.put(user.id(), user);
        return people;
    }

    private static View of(ProofEntry entry, Map<String, User> people) {
        User user = people.get(entry.act().actor());
        Box box = entry.act().box();
        return new View(
                entry.index(),
                entry.leaf(),
                entry.id().toString(),
                entry.at().toString(),
                entry.act().actor(),
                user == null ? "" : user.name(),
                user == null ? "" : user.unit(),
                entry.act().act(),
                entry.act().object(),
                entry.act().digest(),
                box == null ? null : new double[] {box.west(), box.south(), box.east(), box.north()},
                personal(entry));
    }

    private static Map<String, @Nullable String> personal(ProofEntry entry) {
        Map<String, @Nullable String> values = new TreeMap<>();
        if (!entry.body().contains('"' + PERSONAL)) return values;
        JsonMapper.shared().readTree(entry.body()).propertyNames().forEach(member -> {
            if (!member.startsWith(PERSONAL)) return;
            String name = member.substring(PERSONAL.length());
            values.put(name, entry.act().personal().get(name));
        });
        return values;
    }
}
