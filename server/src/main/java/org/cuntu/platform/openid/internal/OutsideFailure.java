package org.cuntu.platform.openid.internal;

import java.util.Locale;

/** Why somebody who came by the outside provider is not signed in; the sign-in page has the words. */
final class OutsideFailure extends RuntimeException {
    /**
     * CANCELLED: at the provider. STALE: the way back does not belong to a way out of this browser. UNREACHABLE: the
     * provider does not answer. UNTRUSTED: what it says does not hold. UNKNOWN_PERSON: no account here.
     */
    enum Why {
        CANCELLED,
        STALE,
        UNREACHABLE,
        UNTRUSTED,
        UNKNOWN_PERSON;

        /** As it stands in the page's address. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Why why;

    OutsideFailure(Why why, String message) {
        super(message);
        this.why = why;
    }

    OutsideFailure(Why why, Throwable cause) {
        super(cause.getMessage(), cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
