package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; what is null does not narrow.
 *
 * @param person the actor's id
 * @param act whole, or its beginning and a star: {@code onemap:*}
 * @param object a part of it
 * @param typed a part of a personal value that is not erased
 * @param about whoever or whatever the act was about: the object's own id, or a part of a personal value
 * @param from and later
 * @param to before this
 * @param box ground that the act's meets
 */
public record ProofQuery(
        @Nullable String person,
        @Nullable String act,
        @Nullable String object,
        @Nullable String typed,
        @Nullable String about,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Box box) {
    public static final ProofQuery ALL = new ProofQuery(null, null, null, null, null, null, null, null);

    public boolean isAll() {
        return equals(ALL);
    }

    /** In one line, without what may be of a person: that is only said to be there. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "person", person);
        add(parts, "act", act);
        add(parts, "object", object);
        add(parts, "typed", typed == null ? null : "…");
        add(parts, "about", about == null ? null : "…");
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "box", box == null ? null : box.text());
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) parts.add(name + "=" + value);
    }
}
