package org.cuntu.core.dossier.internal;

import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.platform.identity.User;

/** Which layers somebody may see (contracts 12): those classified no higher than the roles that read layers reach. */
final class Seeing {
    private Seeing() {}

    static boolean may(User user, LayerEntry layer) {
        return user.reach("onemap:layer:read").sees(layer.classification());
    }
}
