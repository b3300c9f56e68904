package org.cuntu.core.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A leaf that a rule's {@code select} has taken.
 *
 * @param area whole 0.01 m², apportioned
 * @param fields the feature's values by field code; empty for ground without a feature
 */
public record SelectedPiece(long area, Map<String, @Nullable Object> fields) {}
