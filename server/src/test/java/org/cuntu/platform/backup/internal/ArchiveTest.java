package org.cuntu.platform.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cuntu.platform.backup.ArchiveCipher;
import org.cuntu.platform.backup.ArchiveKey;
import org.cuntu.platform.database.DatabaseKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive gives back what was put in, or says what is wrong with it. */
class ArchiveTest {
    @TempDir
    Path folder;

    private Path archive;
    private ArchiveKey key;
    /** Three chunks and a bit, that no compression makes smaller. */
    private final byte[] large = new byte[3 * Sealing.CHUNK + 17];

    @BeforeEach
    void prepare() throws IOException {
        new Random(7).nextBytes(large);
        archive = folder.resolve("one.cuntubackup");
        key = ArchiveKey.ofFileOrNew(folder.resolve("backup.key"));
    }

    @ParameterizedTest
    @EnumSource(ArchiveCipher.class)
    void whatWasPutInComesOut(ArchiveCipher cipher) throws IOException {
        write(cipher, key, Map.of("files/a", large, "files/b", new byte[0]), "files/a", "files/b");

        Map<String, byte[]> read = read(archive, key);

        assertThat(read.get("files/a")).isEqualTo(large);
        assertThat(read.get("files/b")).isEmpty();
        assertThat(new String(Files.readAllBytes(archive), StandardCharsets.ISO_8859_1))
                .doesNotContain("files/a", Manifest.NAME);
    }

    @Test
    void aPassphraseSealsAsAKeyDoes() throws IOException {
        Path phrase = Files.writeString(folder.resolve("phrase"), "柳州市自然资源和规划局 备份口令\n");
        ArchiveKey sealed = ArchiveKey.ofPassphrase(phrase);
        write(ArchiveCipher.AES_256_GCM, sealed, Map.of("files/a", large), "files/a");

        assertThat(read(archive, ArchiveKey.ofPassphrase(phrase)).get("files/a"))
                .isEqualTo(large);
        Files.writeString(phrase, "another passphrase\n");
        assertFault("backup.wrong-key", archive, ArchiveKey.ofPassphrase(phrase));
    }

    @Test
    void anotherKeyIsToldFromDamage() throws IOException {
        written();

        assertFault("backup.wrong-key", archive, ArchiveKey.ofFileOrNew(folder.resolve("another.key")));
    }

    @Test
    void aChangedByteAnywhereIsFound() throws IOException {
        written();
        byte[] whole = Files.readAllBytes(archive);
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            byte[] changed = whole.clone();
            int at = round < 120 ? round * 2 : random.nextInt(whole.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Path copy = Files.write(folder.resolve("changed"), changed);

            assertThatThrownBy(() -> read(copy, key)).as("byte %d", at).isInstanceOf(ArchiveFault.class);
        }
    }

    @Test
    void aCutAnywhereIsFound() throws IOException {
        written();
        byte[] whole = Files.readAllBytes(archive);
        int header = header().length;
        for (int length : new int[] {
            0,
            5,
            header - 3,
            header,
            header + 100,
            header + Sealing.CHUNK + Sealing.TAG,
            whole.length - 9,
            whole.length - 1
        }) {
            Path copy = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> read(copy, key))
                    .as("cut to %d", length)
                    .isInstanceOfSatisfying(ArchiveFault.class, fault -> assertThat(fault.code())
                            .isIn(length < 8 ? List.of("backup.foreign") : List.of("backup.cut")));
        }
    }

    @Test
    void aCutOfWholeChunksWithTheEndPutBackIsFound() throws IOException {
        written();
        byte[] whole = Files.readAllBytes(archive);
        int chunk = Sealing.CHUNK + Sealing.TAG;
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        forged.write(whole, 0, header().length + chunk);
        forged.write(SealedOutput.END);

        assertFault("backup.damaged", Files.write(folder.resolve("forged"), forged.toByteArray()), key);
    }

    @Test
    void chunksInAnotherOrderAreFound() throws IOException {
        written();
        byte[] whole = Files.readAllBytes(archive);
        int chunk = Sealing.CHUNK + Sealing.TAG;
        int first = header().length;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, first, swapped, first + chunk, chunk);
        System.arraycopy(whole, first + chunk, swapped, first, chunk);

        assertFault("backup.damaged", Files.write(folder.resolve("swapped"), swapped), key);
    }

    @Test
    void aFileOfAnotherKindIsForeign() throws IOException {
        assertFault("backup.foreign", Files.write(folder.resolve("photo.zip"), large), key);
    }

    @Test
    void aNewerFormatSaysSo() throws IOException {
        written();
        String text =
                Files.readString(archive, StandardCharsets.ISO_8859_1).replaceFirst("\"format\":1", "\"format\":2");
        Files.writeString(archive, text, StandardCharsets.ISO_8859_1);

        assertFault("backup.newer", archive, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/etc/passwd", "files/../../outside", "files/./a"})
    void anEntryThatLeadsOutOfTheHomeIsRefused(String path) throws IOException {
        write(ArchiveCipher.AES_256_GCM, key, Map.of(path, large), path);

        assertFault("backup.manifest", archive, key);
    }

    @Test
    void anEntryThatTheManifestDoesNotNameOrNamesAndIsNotThereIsFound() throws IOException {
        write(ArchiveCipher.AES_256_GCM, key, Map.of("files/a", large, "files/b", large), "files/a");
        assertFault("backup.manifest", archive, key);

        write(ArchiveCipher.AES_256_GCM, key, Map.of("files/a", large), "files/a", "files/b");
        assertFault("backup.manifest", archive, key);
    }

    @Test
    void whatIsNoKeyIsRefused() throws IOException {
        Path none = Files.writeString(folder.resolve("short"), "1234\n");

        assertThatThrownBy(() -> ArchiveKey.ofFile(none)).hasMessageContaining("backup.no-key");
        assertThatThrownBy(() -> ArchiveKey.ofPassphrase(none)).hasMessageContaining("backup.short-passphrase");
        assertThat(key.toString()).isEqualTo("ArchiveKey");
    }

    private void written() throws IOException {
        write(ArchiveCipher.AES_256_GCM, key, Map.of("files/a", large), "files/a");
    }

    private byte[] header() throws IOException {
        try (SealedInput in = SealedInput.open(archive, key)) {
            return in.header().bytes();
        }
    }

    /** An archive whose manifest names these entries, whatever is in it. */
    private void write(ArchiveCipher cipher, ArchiveKey with, Map<String, byte[]> contents, String... named)
            throws IOException {
        ArchiveHeader header = ArchiveHeader.make(cipher, with, "450200", "2026-11-26T00:00:00Z");
        try (ArchiveWriter writer = new ArchiveWriter(archive, header, with)) {
            Path file = folder.resolve("content");
            Map<String, Manifest.Entry> entries = new LinkedHashMap<>();
            for (var content : contents.entrySet()) {
                Files.write(file, content.getValue());
                writer.add(content.getKey(), file, bytes -> {});
                entries.put(content.getKey(), writer.entries().getLast());
            }
            List<Manifest.Entry> list = Arrays.stream(named)
                    .map(name -> entries.getOrDefault(name, new Manifest.Entry(name, 1, "0".repeat(64))))
                    .toList();
            writer.finish(new Manifest("id", "0", "450200", "now", DatabaseKind.H2, Map.of(), 0, "", list));
        }
    }

    private static Map<String, byte[]> read(Path archive, ArchiveKey key) throws IOException {
        Map<String, ByteArrayOutputStream> taken = new LinkedHashMap<>();
        ArchiveReader.read(archive, key, new ArchiveReader.Taker() {
            @Override
            public OutputStream entry(String path) {
                return taken.computeIfAbsent(path, p -> new ByteArrayOutputStream());
            }
        });
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        taken.forEach((path, out) -> bytes.put(path, out.toByteArray()));
        return bytes;
    }

    private static void assertFault(String code, Path archive, ArchiveKey key) {
        assertThatThrownBy(() -> read(archive, key))
                .isInstanceOfSatisfying(
                        ArchiveFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
