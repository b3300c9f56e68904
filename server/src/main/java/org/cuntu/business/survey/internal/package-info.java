/** How statistics are counted, kept by the hashes that they are made of, and shown. Start with {@link TallyMaking}, then {@link TableMaking}. */
@NullMarked
package org.cuntu.business.survey.internal;

import org.jspecify.annotations.NullMarked;
