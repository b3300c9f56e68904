package org.cuntu.cli;

import java.util.List;
import org.cuntu.platform.formats.FileFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported, as {@link org.cuntu.core.onemap.LayerExport.Order} has it.
 *
 * @param asOf ISO date; null: today
 * @param known instant or date; null: all that is known
 * @param withinName the name of the file with the site; empty: everywhere
 * @param language zh or en
 */
record ExportOrder(
        String layer,
        FileFormat format,
        @Nullable String asOf,
        @Nullable String known,
        @Nullable String crs,
        List<String> where,
        String withinName,
        @Nullable String withinCrs,
        String language) {
    ExportOrder {
        where = List.copyOf(where);
    }
}
