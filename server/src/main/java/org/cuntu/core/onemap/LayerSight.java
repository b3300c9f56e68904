package org.cuntu.core.onemap;

import java.util.function.Predicate;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.springframework.stereotype.Component;

/**
 * Which layers whoever asks may see (contracts 12): those classified no higher than the roles that read layers reach. What is
 * not seen is not there: neither in the tree nor in tiles, identify, snapping, search or dossiers; a review says of it
 * {@link NotAnsweredReason#NOT_CLEARED}. Thread safe.
 */
@Component
public class LayerSight {
    private static final String PERMISSION = "onemap:layer:read";

    private final CurrentUser current;

    LayerSight(CurrentUser current) {
        this.current = current;
    }

    public boolean sees(LayerEntry layer) {
        return all().test(layer);
    }

    /** The same of many layers, looked up once. */
    public Predicate<LayerEntry> all() {
        Reach reach = current.reach(PERMISSION);
        return layer -> reach.sees(layer.classification());
    }
}
