package org.cuntu.engine.layer;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The names of a folder's files, listed again only when the folder has changed: one look at the folder instead of one at each file. A
 * folder tells of a change by a clock of coarse ticks, so a list is taken only when the last change lies {@value #REST_SECONDS} s back;
 * until then nobody is told anything. Thread safe.
 */
final class FolderLook {
    private static final int REST_SECONDS = 3;

    private final File folder;
    private final LongSupplier nanoTime;
    private volatile @Nullable Seen seen;

    /**
     * @param changed when the folder says that it was changed last
     * @param since when that was seen first
     * @param names null: not listed yet
     */
    private record Seen(long changed, long since, @Nullable Set<String> names) {}

    FolderLook(File folder, LongSupplier nanoTime) {
        this.folder = folder;
        this.nanoTime = nanoTime;
    }

    /** The names of the files that are there now; null when they have to be looked at one by one. */
    @Nullable
    Set<String> names() {
        long changed = folder.lastModified();
        Seen last = seen;
        if (last == null || last.changed != changed) {
            seen = new Seen(changed, nanoTime.getAsLong(), null);
            return null;
        }
        if (last.names != null) return last.names;
        if (nanoTime.getAsLong() - last.since < REST_SECONDS * 1_000_000_000L) return null;
        Set<String> names = listed();
        if (names == null || folder.lastModified() != changed) return null;
        seen = new Seen(changed, last.since, names);
        return names;
    }

    private @Nullable Set<String> listed() {
        File[] files = folder.listFiles(File::isFile);
        if (files == null) return null;
        Set<String> names = HashSet.newHashSet(files.length);
        for (File file : files) names.add(file.getName());
        return names;
    }
}
