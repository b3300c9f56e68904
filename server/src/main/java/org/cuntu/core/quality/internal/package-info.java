/**
 * How quality checks are made and kept: {@code QualityFile} reads the city's rules, {@code LayerRun} asks them of one snapshot, {@code
 * IssueSink} keeps what they say. Start at {@code StoredLayerChecks}.
 */
@NullMarked
package org.cuntu.core.quality.internal;

import org.jspecify.annotations.NullMarked;
