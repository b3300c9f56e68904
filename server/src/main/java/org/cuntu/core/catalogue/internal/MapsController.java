package org.cuntu.core.catalogue.internal;

import java.util.List;
import org.cuntu.core.catalogue.NamedMap;
import org.cuntu.platform.identity.Requires;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The named maps (一张图) of the city. */
@RestController
@ConditionalOnWebApplication
class MapsController {
    private final MapsFile maps;

    MapsController(MapsFile maps) {
        this.maps = maps;
    }

    @GetMapping("/api/maps")
    @Requires("onemap:layer:read")
    ResponseEntity<List<NamedMap>> maps() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(maps.seen());
    }
}
