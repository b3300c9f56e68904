/**
 * Shows a review JSON (contracts 1): to the terminal, on paper, as a workbook, as files of pieces.
 *
 * <p>Guarantees that all read the figures and words of the JSON and add none; outlines alone are made anew, from the
 * snapshots of the review. Relies on PDFBox with Noto Sans SC and Noto Serif SC, which the build puts on the classpath under
 * {@code /cuntu/fonts/}, on fastexcel, ZXing and SQLite (ADR 0009, 0014). Start at
 * {@link org.cuntu.core.conformity.report.ReviewPapers}, then
 * {@link org.cuntu.core.conformity.report.PdfReport}; handbook conformity review 5.6.
 */
@NamedInterface("report")
@NullMarked
package org.cuntu.core.conformity.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
