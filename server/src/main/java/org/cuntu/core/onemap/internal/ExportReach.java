package org.cuntu.core.onemap.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.onemap.DivisionPart;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Reach;
import org.springframework.stereotype.Component;

/**
 * Which features of a layer whoever asks may take away: all of them whose permission holds in the whole city, else those of the
 * divisions in which it holds ({@link DivisionPart}), whole and uncut, as a county delivers them.
 */
@Component
class ExportReach {
    private static final String PERMISSION = "onemap:layer:export";

    private final CurrentUser current;
    private final LayerRegister register;
    private final Ground ground;
    private final CityFolder city;

    ExportReach(CurrentUser current, LayerRegister register, Ground ground, CityFolder city) {
        this.current = current;
        this.register = register;
        this.ground = ground;
        this.city = city;
    }

    /** The divisions, significant digits; empty: the whole city. */
    record Parts(List<String> digits, List<DivisionPart> parts) {
        boolean has(Snapshot snapshot, int feature) {
            return parts.isEmpty() || parts.stream().anyMatch(part -> part.has(snapshot, feature));
        }
    }

    /**
     * @param date at which the divisions' ground is asked for
     * @throws org.cuntu.engine.problem.InputRefused when the permission holds nowhere for this layer, or a division has no ground
     */
    Parts of(LayerEntry layer, LocalDate date) {
        List<String> digits = current.reach(PERMISSION).parts().stream()
                .filter(part -> part.level() >= layer.classification())
                .map(Reach.Part::division)
                .distinct()
                .sorted()
                .toList();
        if (digits.isEmpty()) throw SnapshotMaking.refused("onemap.unknown-layer", "layer", layer.code());
        if (digits.stream().anyMatch(city.code()::startsWith)) return new Parts(List.of(), List.of());
        String field = register.divisionField(layer.schema()).orElse(null);
        List<DivisionPart> parts = new ArrayList<>();
        for (String each : digits) parts.add(DivisionPart.of(each, layer.schema(), field, ground.of(each, date)));
        return new Parts(digits, parts);
    }
}
