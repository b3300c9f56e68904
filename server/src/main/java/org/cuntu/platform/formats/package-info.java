/**
 * Files that other programs read and write, beyond what the engine does by itself: GeoPackage by SQLite, FileGDB and DXF by
 * GDAL as a supervised process, workbooks, and one door to write a layer in any format.
 *
 * <p>Guarantees that a file from outside is opened read-only, without its views and triggers, within limits of time, memory
 * and size, and that nothing is left in the work folder. Relies on the engine's rules for outlines, text and systems, which it
 * joins by {@link org.cuntu.engine.format.ForeignFormat} (ADR 0033). Start with
 * {@link org.cuntu.platform.formats.LayerFiles}.
 */
@ApplicationModule(displayName = "Formats")
@NullMarked
package org.cuntu.platform.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
