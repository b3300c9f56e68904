/**
 * Shapes with their coordinate reference system: conversion, validity and legal areas of shapes.
 * Guarantees that two systems never meet silently, that a conversion gives the same doubles on every platform, and that nothing is repaired.
 * Relies on JTS for predicates and on {@code measure} for the ellipsoid.
 * Start at {@link org.cuntu.engine.geometry.GeoShape}; systems by GB 22021 (CGCS2000), acceptance by the handbook, conformity review 5.3.
 */
@NullMarked
package org.cuntu.engine.geometry;

import org.jspecify.annotations.NullMarked;
