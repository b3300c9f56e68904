package org.cuntu.bench.city;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link ShapeFile} that is being written; whole when it has been closed. */
public final class ShapeOutput implements AutoCloseable {
    private final DataOutputStream out;

    public ShapeOutput(Path file) {
        try {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), ShapeFile.BUFFER));
            out.write(ShapeFile.SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(Shape shape) {
        try {
            byte[] code = shape.code().getBytes(StandardCharsets.US_ASCII);
            byte[] geometry = ShapeFile.wkb(shape.polygons());
            out.writeShort(3);
            out.writeInt(4);
            out.writeInt(shape.id());
            out.writeInt(code.length);
            out.write(code);
            out.writeInt(geometry.length);
            out.write(geometry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (out) {
            out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
