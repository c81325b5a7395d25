package dev.assay.app;

import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What {@code query("…")} in a template does while a run goes on: asks the warehouse, gives rows by column. */
final class Asking implements Function<String, List<Map<String, Object>>> {

    private final Warehouse warehouse;

    Asking(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<Map<String, Object>> apply(String sql) {
        try (Session session = warehouse.open()) {
            Rows rows =
                    session.query(Statement.of("answer a template's query", sql).around(SqlText.plain(sql)));
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
}
