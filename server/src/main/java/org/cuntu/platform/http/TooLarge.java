package org.cuntu.platform.http;

import java.io.IOException;

/** A body turned out longer than the limit while it was read. */
public final class TooLarge extends IOException {
    public TooLarge(long limit) {
        super("body above " + limit + " bytes");
    }
}
