package org.cuntu.platform.backup.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.platform.database.DatabaseKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last entry of an archive, {@code manifest.json}: what is in it, and what the restored installation must show.
 *
 * @param madeAt the moment that it holds
 * @param tables rows of each table
 * @param logSize acts of the proof log that have a place
 * @param logRoot of the newest head, hexadecimal
 * @param entries all other entries, in their order
 */
public record Manifest(
        String id,
        String product,
        String city,
        String madeAt,
        DatabaseKind database,
        Map<String, Long> tables,
        long logSize,
        String logRoot,
        List<Entry> entries) {
    static final String NAME = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param path under the home, with slashes */
    public record Entry(String path, long size, String sha256) {}

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static Manifest read(byte[] bytes) throws ArchiveFault {
        try {
            return JSON.readValue(bytes, Manifest.class);
        } catch (JacksonException e) {
            throw new ArchiveFault("backup.manifest", NAME);
        }
    }
}
