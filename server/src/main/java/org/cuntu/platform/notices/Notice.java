package org.cuntu.platform.notices;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a person was told.
 *
 * @param kind for the page's sign, for example {@code light-red}
 * @param noun what kind of thing it is about, for example {@code case}
 * @param object the thing's id
 * @param zh one sentence; nothing personal
 * @param en the same
 * @param readAt null: not read yet
 */
public record Notice(
        UUID id,
        String kind,
        String noun,
        String object,
        String zh,
        String en,
        Instant at,
        @Nullable Instant readAt) {}
