package org.cuntu.core.dossier.internal;

import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.platform.identity.User;

/** Which layers somebody may see (contracts 12): public and internal ones with the layers, others by a permission of their own. */
final class Seeing {
    /** 敏感 and 重要. */
    private static final int SENSITIVE = 3;

    private Seeing() {}

    static boolean may(User user, LayerEntry layer) {
        return layer.classification() < SENSITIVE || user.may("onemap:sensitive:read");
    }
}
