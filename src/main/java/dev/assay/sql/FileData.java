package dev.assay.sql;

import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A file that goes to a warehouse along with a statement, where the warehouse cannot open it by itself.
 *
 * @param path on this machine
 * @param form what its bytes are sent through: the file as the warehouse is to read it
 */
public record FileData(String path, UnaryOperator<InputStream> form) {}
