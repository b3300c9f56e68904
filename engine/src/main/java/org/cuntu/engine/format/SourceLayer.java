package org.cuntu.engine.format;

import org.cuntu.engine.layer.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a file that may hold several (源文件图层).
 *
 * @param name the file's own
 * @param features how many it says it has, of a drawing its areas; null when that is not told without reading them
 * @param dimension what they are made of; null when the file does not say, or mixes them
 */
public record SourceLayer(
        String name, @Nullable Long features, @Nullable Dimension dimension) {}
