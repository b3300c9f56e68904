package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrsNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"4524", "EPSG:4524", "epsg:4524", "urn:ogc:def:crs:EPSG::4524", "urn:ogc:def:crs:EPSG:9.9:4524"})
    void everyWayToWriteANumberFindsIt(String name) {
        assertThat(Crs.find(name))
                .hasValueSatisfying(crs -> assertThat(crs.epsg()).isEqualTo(4524));
    }
}
