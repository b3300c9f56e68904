package org.cuntu.core.rules;

import java.util.List;

/**
 * All that {@code when} may see (contracts 6).
 *
 * @param area of the selected leaves together, without slivers, whole 0.01 m²
 * @param share of the site, whole 0.01 %
 * @param pieces the selected leaves, in plot and feature order
 * @param siteArea LegalArea of the site, whole 0.01 m²
 * @param plots how many plots the site has
 */
public record Facts(long area, int share, List<SelectedPiece> pieces, long siteArea, int plots, Project project) {
    public Facts {
        pieces = List.copyOf(pieces);
    }
}
