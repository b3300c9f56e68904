package org.cuntu.platform.database;

import java.util.OptionalLong;

/**
 * A number that is another after every write: what was read of the database outside a transaction holds as long as the number that was
 * taken before is still the same. Only where all that write go through this process. Thread safe.
 */
public interface WriteCount {
    /** Empty where others may write too: then nothing that was read holds. */
    OptionalLong now();
}
