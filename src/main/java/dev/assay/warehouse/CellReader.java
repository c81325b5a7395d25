package dev.assay.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one value of a result as a plain one: null, text, Long, BigDecimal, Double, Boolean. */
@FunctionalInterface
public interface CellReader {

    Object read(ResultSet rows, int column) throws SQLException;
}
