package dev.assay.app;

import dev.assay.connect.Lease;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What {@code query("…")} in a template does: asks the warehouse, gives rows by column. It changes nothing: what is not one select
 * is refused.
 */
final class TemplateQuery implements Function<String, List<Map<String, Object>>> {

    private final Warehouse warehouse;
    private final Lease lease;

    TemplateQuery(Warehouse warehouse, Lease lease) {
        this.warehouse = warehouse;
        this.lease = lease;
    }

    /** @throws ProblemsFound without a place: the caller knows where the query is written */
    @Override
    public List<Map<String, Object>> apply(String sql) {
        Statement asked = Statement.of("answer a template's query", sql).around(SqlText.plain(sql));
        try (Session session = lease.open(warehouse)) {
            return named(warehouse.read(session, asked));
        } catch (WarehouseError refusal) {
            throw refusal.kind() == WarehouseError.Kind.NOT_A_QUERY
                    ? new ProblemsFound(OnlySelects.refused("query()", warehouse.label(), refusal)
                            .help("a statement that changes something belongs into a hook, or is run by"
                                    + " assay run-operation"))
                    : refusal;
        }
    }

    private static List<Map<String, Object>> named(Rows rows) {
        var answer = new ArrayList<Map<String, Object>>();
        for (List<Object> row : rows.rows()) {
            var named = new LinkedHashMap<String, Object>();
            for (int i = 0; i < row.size(); i++) {
                named.put(rows.columns().get(i).name(), row.get(i));
            }
            answer.add(named);
        }
        return answer;
    }
}
