package org.cuntu.platform.identity;

import java.util.List;

/**
 * Somebody who is signed in, as known at this request.
 *
 * @param id unique, never given twice
 * @param name the person's name
 * @param unit the section
 * @param roles ids of roles.yaml
 * @param permissions of the roles together: {@code module:noun:verb}, a star for any
 */
public record User(String id, String name, String unit, List<String> roles, List<String> permissions) {
    public User {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /** Whether one of the permissions covers this one. */
    public boolean may(String permission) {
        return permissions.stream().anyMatch(held -> covers(held, permission));
    }

    private static boolean covers(String held, String asked) {
        String[] a = held.split(":", -1);
        String[] b = asked.split(":", -1);
        if (a.length != 3 || b.length != 3) return false;
        for (int i = 0; i < 3; i++) if (!a[i].equals("*") && !a[i].equals(b[i])) return false;
        return true;
    }
}
