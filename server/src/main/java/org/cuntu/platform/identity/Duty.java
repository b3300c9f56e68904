package org.cuntu.platform.identity;

import java.util.Locale;

/** What a role is there for (三员分立): a person's roles are all of one duty. */
public enum Duty {
    /** The bureau's work. */
    BUSINESS,
    /** Accounts, posts, operation; no business data. */
    SYSTEM,
    /** Roles, second factors, unlocking; no business data. */
    SECURITY,
    /** The proof log; no business data. */
    AUDIT;

    /** As in roles.yaml and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isAdministrator() {
        return this != BUSINESS;
    }
}
