package org.cuntu.platform.tasks;

import java.util.UUID;

/** Names a task for ever. */
public record TaskId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
