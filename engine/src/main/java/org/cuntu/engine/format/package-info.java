/**
 * Readers and writers of what surveyors bring: plot-coordinate TXT, shapefile, GeoJSON, FlatGeobuf and separated values; what needs a database or another program joins by {@link org.cuntu.engine.format.ForeignFormat}.
 * Guarantees that the coordinate system is read or asked for and never guessed, that text is decoded strictly, that all problems are collected, and that nothing is half kept.
 * Relies on {@code geometry} for systems and checks and on {@code problem} for what is said to the user.
 * Start at {@link org.cuntu.engine.format.SiteReader}, for whole layers at {@link org.cuntu.engine.format.FeatureReader}; TXT by the national 报盘 format (handbook, conformity review 5.2).
 */
@NullMarked
package org.cuntu.engine.format;

import org.jspecify.annotations.NullMarked;
