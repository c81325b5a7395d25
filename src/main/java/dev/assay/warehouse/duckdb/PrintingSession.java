package dev.assay.warehouse.duckdb;

import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.ForwardingSession;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Java has no `24:00:00`, and no moments as far away as DuckDB has, and the driver breaks off at one of them. Then the query is
 * sent again, with its moments as the texts that DuckDB prints.
 */
record PrintingSession(Session inner, Wording wording) implements ForwardingSession {

    private static final String PURPOSE = "read the rows";

    /** What DuckDB calls an exception that is not its own: the driver's, while it reads a list or a struct. */
    private static final String OF_THE_DRIVER = "Invalid Error: ";

    @Override
    public Rows query(Statement statement) {
        try {
            return inner.query(statement);
        } catch (DateTimeException unknownToJava) {
            return printed(
                    statement,
                    new WarehouseError(
                            WarehouseError.Kind.REFUSED,
                            Optional.of(statement),
                            OptionalInt.empty(),
                            "a moment in the rows cannot be read: " + unknownToJava.getMessage(),
                            unknownToJava));
        } catch (WarehouseError refused) {
            if (refused.words().startsWith(OF_THE_DRIVER)) {
                return printed(statement, refused);
            }
            throw refused;
        }
    }

    /** @param refused is what stands where the statement is not a query that can be sent again */
    private Rows printed(Statement statement, WarehouseError refused) {
        try {
            String query = statement.text();
            Rows columns = inner.query(wording.statement(PURPOSE, "describe_query", Map.of("query", query))
                    .with(statement.values()));
            return inner.query(wording.statement(
                            statement.purpose(),
                            "print_columns",
                            Map.of("query", query, "printed_columns", columns(columns.rows())))
                    .with(statement.values()));
        } catch (WarehouseError noQuery) {
            refused.addSuppressed(noQuery);
            throw refused;
        }
    }

    private static List<Map<String, Object>> columns(List<List<Object>> described) {
        var columns = new ArrayList<Map<String, Object>>();
        for (List<Object> column : described) {
            columns.add(Map.of(
                    "name", new Identifier(column.get(0).toString()),
                    "position", new Identifier("c" + columns.size()),
                    "printed", hasMoments(column.get(1).toString())));
        }
        return columns;
    }

    /** Inside a list or a struct too. */
    private static boolean hasMoments(String type) {
        return type.contains("TIME") || type.contains("DATE");
    }
}
