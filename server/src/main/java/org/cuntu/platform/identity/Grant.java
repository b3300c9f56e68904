package org.cuntu.platform.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role as somebody holds it today (授权).
 *
 * @param role id of roles.yaml
 * @param permissions of the role: {@code module:noun:verb}, a star for any
 * @param part where it holds, and up to which classification
 * @param lentBy the account that lent it (AB角); null: the person's own, or the post's
 */
public record Grant(String role, List<String> permissions, Reach.Part part, @Nullable String lentBy) {
    public Grant {
        permissions = List.copyOf(permissions);
    }

    /** Whether one of the permissions covers this one. */
    public boolean may(String permission) {
        return permissions.stream().anyMatch(held -> covers(held, permission));
    }

    static boolean covers(String held, String asked) {
        String[] a = held.split(":", -1);
        String[] b = asked.split(":", -1);
        if (a.length != 3 || b.length != 3) return false;
        for (int i = 0; i < 3; i++) if (!a[i].equals("*") && !a[i].equals(b[i])) return false;
        return true;
    }
}
