package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.warehouse.InternalNames;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The journal of a cut that an assay without a versioned registry has begun and not ended. One column said how a node is
 * published: by a word, or by the SQL that makes a view.
 */
record UnversionedJournal(Warehouse warehouse, RelationName publications) {

    private static final String INTENDS = "intend_publications";
    private static final String HOW = "previous";

    void upgrade(Session session) {
        if (!warehouse.wording().knows(INTENDS)) {
            return;
        }
        Rows begun = session.query(warehouse
                .wording()
                .statement(
                        "read the journal of an older assay",
                        "read_unversioned_intents",
                        Map.of("relation", publications)));
        List<String> columns = begun.columns().stream()
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        if (columns.contains(HOW)) {
            for (List<Object> cells : begun.rows()) {
                var row = new HashMap<String, Object>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells.get(i));
                }
                upgrade(session, row);
            }
        }
    }

    private void upgrade(Session session, Map<String, Object> row) {
        Optional<String> how = Optional.ofNullable(row.get(HOW)).map(Object::toString);
        if (how.isEmpty()) {
            return;
        }
        RelationName relation = RelationName.of(
                row.get("schema_name").toString(), row.get("relation_name").toString());
        var version = new Version(
                new ResourceId(row.get("node_id").toString()), row.get("run_id").toString());
        Intent intent = intent(version, relation, how.get());
        var values = new ArrayList<Object>(List.of(row.get("generation"), row.get("environment")));
        values.addAll(intent.values());
        session.execute(warehouse
                .wording()
                .statement("keep the journal of an older assay", INTENDS, Map.of("relation", publications, "count", 1))
                .with(values));
    }

    private Intent intent(Version version, RelationName relation, String how) {
        return switch (how) {
            case "swap" -> new Intent(version, relation, Intent.Way.EXCHANGE, List.of(), List.of());
            case "stay" -> new Intent(version, relation, Intent.Way.KEEP, List.of(), List.of());
            case "overwrite" ->
                new Intent(version, relation, Intent.Way.OVERWRITE, List.of(), List.of(overwrite(relation)));
            default -> new Intent(version, relation, Intent.Way.DEFINE, List.of(how), List.of());
        };
    }

    private String overwrite(RelationName relation) {
        return warehouse
                .wording()
                .statement(
                        "move the rows in",
                        "overwrite_table",
                        Map.of("relation", relation, "candidate", InternalNames.candidate(relation)))
                .text();
    }
}
