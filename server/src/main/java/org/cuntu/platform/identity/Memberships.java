package org.cuntu.platform.identity;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which units people have posts (任职). Thread safe. */
public interface Memberships {
    /** The ids of the units in which an account has a post at a day. */
    Set<String> listUnits(String account, LocalDate day);

    /**
     * The accounts with a post of a unit at a day.
     *
     * @param post id; null: any
     */
    Set<String> listAccounts(String unit, @Nullable String post, LocalDate day);
}
