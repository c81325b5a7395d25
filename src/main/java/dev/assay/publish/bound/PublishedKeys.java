package dev.assay.publish.bound;

import dev.assay.materialize.keys.ForeignKey;
import dev.assay.materialize.keys.KeyStatements;
import dev.assay.publish.dependents.DependencyQueries;
import dev.assay.publish.dependents.LockWaits;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The foreign keys that earlier cuts have put on published tables. The comment on a key tells that it is ours. */
record PublishedKeys(Session session, Wording wording) {

    /** Of these tables, and to them. */
    List<ForeignKey> touching(Collection<RelationName> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        Map<List<Object>, List<List<Object>>> byKey = new LinkedHashMap<>();
        session.query(wording.statement(
                        "see which keys stand", "foreign_keys", Map.of("named", DependencyQueries.names(tables))))
                .rows()
                .forEach(row -> byKey.computeIfAbsent(row.subList(0, 6), any -> new ArrayList<>())
                        .add(row));
        return byKey.values().stream().map(PublishedKeys::key).toList();
    }

    /** @param rows one for each column */
    private static ForeignKey key(List<List<Object>> rows) {
        List<Object> any = rows.getFirst();
        return new ForeignKey(
                RelationName.of(any.get(0).toString(), any.get(1).toString()),
                any.get(2).toString(),
                rows.stream().map(row -> row.get(6).toString()).toList(),
                RelationName.of(any.get(3).toString(), any.get(4).toString()),
                rows.stream().map(row -> row.get(7).toString()).toList(),
                any.get(5).toString(),
                Optional.empty());
    }

    /**
     * Has the server hold all rows against keys that are new, while readers go on. What a killed run has left undone is done,
     * too.
     *
     * @return what was refused: somebody else has written rows in the meantime
     */
    List<WarehouseError> prove(Collection<String> schemas, LockWaits waits) {
        var refused = new ArrayList<WarehouseError>();
        unproven(schemas, refused)
                .forEach(key -> attempt(
                        () -> waits.alone(List.of(key.table()), () -> session.execute(key.validate())), refused));
        return refused;
    }

    private record Unproven(RelationName table, Statement validate) {}

    private List<Unproven> unproven(Collection<String> schemas, List<WarehouseError> refused) {
        var unproven = new ArrayList<Unproven>();
        List<Literal> names = schemas.stream().map(Literal::new).toList();
        Statement question =
                wording.statement("see which keys are new", "unproven_foreign_keys", Map.of("schemas", names));
        attempt(
                () -> session.query(question).rows().forEach(row -> {
                    RelationName table =
                            RelationName.of(row.get(0).toString(), row.get(1).toString());
                    unproven.add(new Unproven(
                            table,
                            new KeyStatements(wording).validate(row.get(2).toString(), table)));
                }),
                refused);
        return unproven;
    }

    private static void attempt(Runnable step, List<WarehouseError> refused) {
        try {
            step.run();
        } catch (WarehouseError refusal) {
            refused.add(refusal);
        }
    }
}
