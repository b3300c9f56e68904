package org.cuntu.core.quality.internal;

/** With the package applied, the patches of a division add up to its control area: asked where the whole layer is not asked it. */
record PackageControl(PackageGround.Fields names, ControlSums sums) implements PackageCheck {
    @Override
    public void look(PackageGround change, CheckGround ground, FeatureFaults faults) {
        sums.look(ground, faults);
    }
}
