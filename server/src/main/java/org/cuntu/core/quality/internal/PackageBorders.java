package org.cuntu.core.quality.internal;

import java.util.List;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Ground changes its village only where the villages' layer says so: in the version in force at the package's day the ground lies in the
 * new village.
 *
 * @param by the patch's code of its village, of which so many digits count
 * @param layer the villages
 * @param of their code
 */
record PackageBorders(PackageGround.Fields names, String by, int digits, String layer, String of, double above)
        implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        Snapshot villages = ground.released(layer, of);
        FeatureRow old = new FeatureRow(change.before());
        FeatureRow fresh = new FeatureRow(change.result());
        for (PackageGround.Piece piece : change.pieces()) {
            String from = head(old.at(piece.old()).text(by));
            String to = head(fresh.at(piece.fresh()).text(by));
            if (from.equals(to) || piece.integral() <= above) continue;
            if (villages == null) {
                faults.notAnswered(layer);
                return;
            }
            if (!isIn(villages, change.result(), piece.fresh(), to))
                faults.at(
                        change.key(change.result(), piece.fresh()),
                        change.key(change.before(), piece.old()),
                        PackageCheck.ground(
                                change.result(),
                                piece.fresh(),
                                null,
                                piece.integral(),
                                by + " " + to,
                                by + " " + from));
        }
    }

    private boolean isIn(Snapshot villages, Snapshot result, int feature, String village) {
        double[] at = CheckGround.pointIn(result, feature);
        if (at.length == 0) return true; // a shape that is none has a finding of its own
        Point point = result.geometry(feature).getFactory().createPoint(new Coordinate(at[0], at[1]));
        FeatureRow row = new FeatureRow(villages);
        for (int each : villages.find(at[0], at[1], at[0], at[1]))
            if (head(row.at(each).text(of)).equals(village)
                    && villages.geometry(each).covers(point)) return true;
        return false;
    }

    private String head(String code) {
        return code.length() > digits ? code.substring(0, digits) : code;
    }

    @Override
    public List<String> fields() {
        return List.of(names.key(), names.book(), by);
    }
}
