package org.cuntu.core.onemap.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.cuntu.core.onemap.LayerTiles;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.tile.TileCutter;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.engine.tile.TileOptions;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.stereotype.Component;

@Component
class SnapshotTiles implements LayerTiles {
    /** A layer of more features than this is not shown below {@link #MANY_FROM}: a tile would read most of them. */
    private static final int MANY = 200_000;

    private static final int MANY_FROM = 11;
    /** The screen shows a tile 512 pixels wide: four times the ground of the usual ones. */
    private static final int MOST_BYTES = 4 * TileOptions.DEFAULT_MAX_BYTES;

    private final RegisterFile register;
    private final SnapshotStore store;

    SnapshotTiles(RegisterFile register, SnapshotStore store) {
        this.register = register;
        this.store = store;
    }

    @Override
    public byte[] cut(String tms, String layer, String hash, int z, int x, int y) {
        TileMatrixSet matrix = matrix(tms, z, x, y);
        RegisteredLayer entry =
                register.find(layer).orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", layer));
        List<String> fields = new ArrayList<>();
        if (entry.entry().schema().indexOf("BSM") >= 0) fields.add("BSM");
        fields.addAll(entry.tileFields());
        try (SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            TileOptions options = new TileOptions(layer, fields, 0, MOST_BYTES);
            if (snapshot.size() > MANY) options = options.withMinZoom(MANY_FROM);
            byte[] tile = TileCutter.cut(snapshot, matrix, z, x, y, options);
            return tile.length == 0 ? tile : gzip(tile);
        } catch (SnapshotStore.MissingSnapshot e) {
            throw ProblemAnswer.notFound("onemap.no-snapshot-file", "layer", layer, "hash", hash);
        }
    }

    @Override
    public double[] bounds(String tms, int z, int x, int y) {
        return matrix(tms, z, x, y).bounds(z, x, y);
    }

    private static TileMatrixSet matrix(String tms, int z, int x, int y) {
        return TileMatrixSet.find(tms)
                .filter(set -> set.contains(z, x, y))
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-tile"));
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
