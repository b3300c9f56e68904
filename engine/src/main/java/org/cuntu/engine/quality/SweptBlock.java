package org.cuntu.engine.quality;

import java.util.List;

/** What came of a block of features: findings in their order, and the edges that may bound gaps. */
record SweptBlock(List<TopologyFinding> findings, List<FreePath> free) {}
