package org.cuntu.core.quality.internal;

import java.util.HashSet;
import java.util.Set;
import org.cuntu.engine.layer.Snapshot;

/**
 * Who is who in a yearly change package: every replaced patch is one of the version before, every new one is named by the process
 * layer and by nothing else in force, and no identifier stands twice.
 */
record PackageIdentity(PackageGround.Fields names) implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        process(change, ground, faults);
        result(change, ground, faults);
    }

    private void process(PackageGround change, CheckGround ground, FeatureFaults faults) {
        for (PackageGround.Said said : change.said()) {
            if (change.was(said.old()) < 0)
                faults.at(
                        said.old(),
                        blank(said.fresh()),
                        PackageCheck.whole(
                                change.process(),
                                said.row(),
                                names.old() + " " + dash(said.old()),
                                PackageCheck.before(ground)));
            if (change.is(said.fresh()) < 0)
                faults.at(
                        said.fresh(),
                        blank(said.old()),
                        PackageCheck.whole(
                                change.process(),
                                said.row(),
                                names.fresh() + " " + dash(said.fresh()),
                                PackageCheck.fresh(ground)));
        }
    }

    private void result(PackageGround change, CheckGround ground, FeatureFaults faults) {
        Set<String> told = new HashSet<>();
        for (PackageGround.Said said : change.said()) told.add(said.fresh());
        Set<String> seen = new HashSet<>();
        Snapshot result = change.result();
        for (int feature = 0; feature < result.size(); feature++) {
            String key = change.key(result, feature);
            int old = change.was(key);
            if (!seen.add(key)) faults.at(key, null, PackageCheck.whole(result, feature, said(key), "1 ×"));
            else if (!told.contains(key))
                faults.at(
                        key,
                        null,
                        PackageCheck.whole(
                                result,
                                feature,
                                said(key),
                                change.process().schema().layer() + "." + names.fresh()));
            if (old >= 0 && !change.isReplaced(old))
                faults.at(key, key, PackageCheck.whole(result, feature, said(key), "≠ " + PackageCheck.before(ground)));
        }
    }

    private String said(String key) {
        return names.key() + " " + dash(key);
    }

    private static String dash(String text) {
        return text.isBlank() ? "–" : text;
    }

    private static @org.jspecify.annotations.Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
