package org.cuntu.engine.format;

import java.util.List;
import java.util.Map;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.Problem;

/**
 * A site (用地范围) as read: one or more plots in one system, the file's own header, and the warnings that reading gave.
 *
 * @param sha256 of the bytes as received
 * @param header the file's own attributes (属性描述), in order
 */
public record SiteFile(
        String name, String sha256, Crs crs, Map<String, String> header, List<Plot> plots, List<Problem> warnings) {
    public SiteFile {
        plots = List.copyOf(plots);
        warnings = List.copyOf(warnings);
    }
}
