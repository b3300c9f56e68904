package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsNamesTest {
    @ParameterizedTest
    @CsvSource({
        "4524,4524",
        "EPSG:4524,4524",
        "epsg:4490,4490",
        "urn:ogc:def:crs:EPSG::4525,4525",
        "urn:ogc:def:crs:EPSG:6.9:4546,4546",
        "urn:ogc:def:crs:OGC:1.3:CRS84,4326",
        "EPSG:4491,4491"
    })
    void aSystemIsFoundByItsUsualNames(String name, int epsg) {
        assertThat(Crs.find(name)).map(Crs::epsg).contains(epsg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EPSG:", "EPSG:2381", "CGCS2000", "EPSG:45240000000"})
    void anUnknownNameFindsNothing(String name) {
        assertThat(Crs.find(name)).isEmpty();
    }
}
