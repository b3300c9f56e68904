package org.cuntu.platform.audit;

import java.time.Instant;

/**
 * The tree after a batch.
 *
 * @param size how many leaves
 * @param root hexadecimal; of the empty tree: SHA-256 of nothing
 */
public record TreeHead(long size, String root, Instant at) {}
