/**
 * Shows a review JSON (contracts 1): to the terminal and on paper.
 *
 * <p>Guarantees that both read the figures and words of the JSON and add none. Relies on PDFBox and on Noto Sans SC, which
 * the build puts on the classpath under {@code /cuntu/fonts/}. Start at {@link org.cuntu.core.conformity.report.TextReport}
 * and {@link org.cuntu.core.conformity.report.PdfReport}; handbook conformity review 5.6.
 */
@NamedInterface("report")
@NullMarked
package org.cuntu.core.conformity.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
