package org.cuntu.core.onemap.internal;

import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.tile.TileCutter;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.engine.tile.TileOptions;
import org.cuntu.platform.audit.Viewings;
import org.cuntu.platform.http.ProblemAnswer;
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
    /** A layer of more features than this is not shown below {@link #MANY_FROM}: a tile would read most of them. */
    private static final int MANY = 200_000;

    private static final int MANY_FROM = 11;
    /** The screen shows a tile 512 pixels wide: four times the ground of the usual ones. */
    private static final int MOST_BYTES = 4 * TileOptions.DEFAULT_MAX_BYTES;

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final RegisterFile register;
    private final ReleaseTable table;
    private final SnapshotStore store;
    private final LayerSight sight;
    private final Viewings viewings;
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    TileController(
            RegisterFile register, ReleaseTable table, SnapshotStore store, LayerSight sight, Viewings viewings) {
        this.register = register;
        this.table = table;
        this.store = store;
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
            @Nullable HttpSession session) {
        TileMatrixSet matrix = TileMatrixSet.find(tms)
                .filter(set -> set.contains(z, x, y))
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-tile"));
        RegisteredLayer entry = layer(layer, hash);
        if (!registerHash.equals(register.shortHash())) throw ProblemAnswer.notFound("onemap.other-register");
        viewings.note("onemap:layer:view", session == null ? "-" : session.getId(), layer, matrix.bounds(z, x, y));
        String tag = "\"" + hash.substring(0, 16) + "-" + register.shortHash() + "\"";
        if (tag.equals(known))
            return ResponseEntity.status(304).eTag(tag).cacheControl(FOR_EVER).build();
        byte[] tile = cut(entry, hash, matrix, z, x, y);
        if (tile.length == 0)
            return ResponseEntity.noContent().eTag(tag).cacheControl(FOR_EVER).build();
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(FOR_EVER)
                .header("Content-Type", "application/vnd.mapbox-vector-tile")
                .header("Content-Encoding", "gzip")
                .body(gzip(tile));
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

    private byte[] cut(RegisteredLayer entry, String hash, TileMatrixSet matrix, int z, int x, int y) {
        List<String> fields = new ArrayList<>();
        if (entry.entry().schema().indexOf("BSM") >= 0) fields.add("BSM");
        fields.addAll(entry.tileFields());
        try (SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            TileOptions options = new TileOptions(entry.entry().code(), fields, 0, MOST_BYTES);
            if (snapshot.size() > MANY) options = options.withMinZoom(MANY_FROM);
            return TileCutter.cut(snapshot, matrix, z, x, y, options);
        } catch (SnapshotStore.MissingSnapshot e) {
            throw ProblemAnswer.notFound(
                    "onemap.no-snapshot-file", "layer", entry.entry().code(), "hash", hash);
        }
    }

    private static byte[] gzip(byte[] tile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.length / 2 + 64);
        // fast rather than small: a view waits for dozens of tiles, and the browser keeps each
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes, 8192) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            zip.write(tile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
