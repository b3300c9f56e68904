package org.cuntu.cli;

import java.nio.file.Path;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.StoredReview;

/** How a review of the command line is kept: the file first, then the review that names it. */
interface Keeping {
    StoredReview keep(ReviewRequest request, Path file, String fileName);

    /** Who acts. */
    String by();
}
