package org.cuntu.core.quality.internal;

import java.util.List;

/**
 * The new patches are of the survey's year.
 *
 * @param year the field of the survey year
 */
record PackageYear(PackageGround.Fields names, String year) implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        String wanted = String.valueOf(ground.order().at().getYear());
        FeatureRow row = new FeatureRow(change.result());
        for (int feature = 0; feature < change.result().size(); feature++) {
            String said = row.at(feature).text(year);
            if (!said.equals(wanted))
                faults.at(
                        change.key(change.result(), feature),
                        null,
                        PackageCheck.whole(
                                change.result(),
                                feature,
                                year + " " + (said.isBlank() ? "–" : said),
                                year + " " + wanted));
        }
    }

    @Override
    public List<String> fields() {
        return List.of(names.key(), names.book(), year);
    }
}
