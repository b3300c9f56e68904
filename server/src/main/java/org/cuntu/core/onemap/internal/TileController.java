package org.cuntu.core.onemap.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.LayerTiles;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.http.SessionId;
import org.cuntu.platform.identity.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Vector tiles, cut from the snapshot when asked for (contracts 11). A tile's address names the snapshot and the register, of
 * which fields and classes come; neither changes under its hash, so neither does the tile.
 */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/tiles")
class TileController {
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final RegisterFile register;
    private final ReleaseTable table;
    private final LayerTiles tiles;
    private final LayerSight sight;
    private final Viewings viewings;
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    TileController(RegisterFile register, ReleaseTable table, LayerTiles tiles, LayerSight sight, Viewings viewings) {
        this.register = register;
        this.table = table;
        this.tiles = tiles;
        this.sight = sight;
        this.viewings = viewings;
    }

    @GetMapping("/{tms}/{layer}/{hash}/{registerHash}/{z}/{x}/{y}.mvt")
    @Requires("onemap:layer:read")
    ResponseEntity<byte[]> tile(
            @PathVariable String tms,
            @PathVariable String layer,
            @PathVariable String hash,
            @PathVariable String registerHash,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
            HttpServletRequest request) {
        TileMatrixSet matrix = TileMatrixSet.find(tms)
                .filter(set -> set.contains(z, x, y))
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-tile"));
        RegisteredLayer entry = layer(layer, hash);
        if (!registerHash.equals(register.shortHash())) throw ProblemAnswer.notFound("onemap.other-register");
        viewings.note("onemap:layer:view", SessionId.of(request), layer, matrix.bounds(z, x, y));
        String tag = "\"" + hash.substring(0, 16) + "-" + register.shortHash() + "\"";
        if (tag.equals(known))
            return ResponseEntity.status(304).eTag(tag).cacheControl(FOR_EVER).build();
        byte[] tile = tiles.cut(tms, entry.entry().code(), hash, z, x, y);
        if (tile.length == 0)
            return ResponseEntity.noContent().eTag(tag).cacheControl(FOR_EVER).build();
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(FOR_EVER)
                .header("Content-Type", "application/vnd.mapbox-vector-tile")
                .header("Content-Encoding", "gzip")
                .body(tile);
    }

    private RegisteredLayer layer(String layer, String hash) {
        RegisteredLayer entry = register.find(layer)
                .filter(each -> sight.sees(each.entry()))
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", layer));
        String key = layer + " " + hash;
        if (!released.contains(key)) {
            if (table.findByHash(layer, hash).isEmpty())
                throw ProblemAnswer.notFound("onemap.unknown-snapshot", "layer", layer, "hash", hash);
            released.add(key);
        }
        return entry;
    }
}
