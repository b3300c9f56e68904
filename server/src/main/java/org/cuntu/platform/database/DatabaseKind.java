package org.cuntu.platform.database;

/** The two databases that the product runs on. */
public enum DatabaseKind {
    H2,
    POSTGRESQL;

    /** By a JDBC address that was checked at the start. */
    public static DatabaseKind of(String url) {
        return url.startsWith("jdbc:h2:") ? H2 : POSTGRESQL;
    }
}
