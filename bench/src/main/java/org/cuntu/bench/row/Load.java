package org.cuntu.bench.row;

import java.lang.management.ManagementFactory;

/** How busy the machine is. */
final class Load {
    private Load() {}

    /** The load average of the last minute, our own work included; 0 where the system does not tell. */
    static double now() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return StrictMath.max(0, StrictMath.round(load * 100) / 100.0);
    }
}
