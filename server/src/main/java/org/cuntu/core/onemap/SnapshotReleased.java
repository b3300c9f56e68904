package org.cuntu.core.onemap;

/**
 * A version of a layer was released or corrected: published in the releasing transaction, so a listener after its commit
 * sees the row. It may be missed by a process that ends; whoever must not miss one compares with the releases at the start.
 *
 * @param hash the snapshot
 */
public record SnapshotReleased(String layer, String hash) {}
