package org.cuntu.platform.files;

/**
 * A kept file.
 *
 * @param sha256 of the content, 64 lower-case hexadecimal digits: its name
 * @param size bytes
 * @param name as it came in; says nothing about where it is kept
 */
public record FileRef(String sha256, long size, String name, String mediaType) {}
