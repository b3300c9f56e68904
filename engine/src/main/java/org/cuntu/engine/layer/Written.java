package org.cuntu.engine.layer;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Some bytes that have been written into a file.
 *
 * @param end the place behind them
 * @param content they themselves, where they are still at hand; null: they are to be read from the file
 */
record Written(long end, @Nullable ByteBuffer content) {}
