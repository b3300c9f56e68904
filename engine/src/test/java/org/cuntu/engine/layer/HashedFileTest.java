package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedFileTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("file");
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @Test
    void itsHashIsThatOfAllItsBytesWhereverItFollowed() throws Exception {
        byte[] bytes = bytes(40_000_003);
        String hash;
        try (HashedFile file = new HashedFile(path)) {
            // the end first, as a snapshot's texts
            file.channel.write(ByteBuffer.wrap(bytes, 39_000_000, 1_000_003), 39_000_000);
            int written = 0;
            for (int next : new int[] {1, 4_097, 17_000_000, 17_000_000, 38_999_999, 39_000_000}) {
                file.channel.write(ByteBuffer.wrap(bytes, written, next - written), written);
                file.completeTo(next);
                written = next;
            }
            hash = file.finish();
        }
        assertThat(hash)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
    }

    @Test
    void whatIsAtHandIsHashedAsItIsWithTheGapBeforeIt() throws Exception {
        byte[] bytes = bytes(5_000);
        String hash;
        try (HashedFile file = new HashedFile(path)) {
            file.channel.write(ByteBuffer.wrap(bytes, 0, 1_000), 0);
            file.complete(new Written(1_000, null));
            file.channel.write(ByteBuffer.wrap(bytes, 1_000, 4_000), 1_064);
            file.complete(new Written(5_064, ByteBuffer.wrap(bytes, 1_000, 4_000)));
            hash = file.finish();
        }
        assertThat(hash).isEqualTo(Sha256.of(path));
    }

    @Test
    void whatNobodyWroteIsHashedAsZeros() throws Exception {
        String hash;
        try (HashedFile file = new HashedFile(path)) {
            file.channel.write(ByteBuffer.wrap(new byte[] {7}), 9_999);
            hash = file.finish();
        }
        assertThat(hash).isEqualTo(Sha256.of(path));
        assertThat(Files.size(path)).isEqualTo(10_000);
    }

    @Test
    void anEmptyFileHasTheHashOfNothing() throws Exception {
        try (HashedFile file = new HashedFile(path)) {
            // FIPS 180-4, the example of the empty message
            assertThat(file.finish()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        }
    }

    @Test
    void whatWasSaidToBeCompleteMustBeThere() throws Exception {
        try (HashedFile file = new HashedFile(path)) {
            file.channel.write(ByteBuffer.wrap(bytes(100)), 0);
            assertThatThrownBy(() -> file.completeTo(101)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void itIsNeverWrittenOverAnother() throws Exception {
        Files.createFile(path);
        assertThatThrownBy(() -> new HashedFile(path)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void nothingIsFinishedWhenTheDiskCannotBeReached() throws Exception {
        HashedFile file = new HashedFile(path);
        file.channel.write(ByteBuffer.wrap(bytes(100)), 0);
        file.close();
        assertThatThrownBy(file::finish).isInstanceOf(ClosedChannelException.class);
    }
}
