package org.cuntu.platform.home;

/** The version of the product. */
public final class Version {
    public static final String TEXT = "0.1.0";

    private Version() {}
}
