/** GeoPackage, GDAL and workbooks; see {@link org.cuntu.platform.formats}. */
@NullMarked
package org.cuntu.platform.formats.internal;

import org.jspecify.annotations.NullMarked;
