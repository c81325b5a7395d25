package dev.assay.materialize;

import dev.assay.manifest.Relational;
import dev.assay.materialize.keys.IndexStatements;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;

/** What settings put on a relation beside its rows: indexes and constraints where it has rows, descriptions, rights. */
record RelationProperties(Wording sql) {

    List<Statement> on(Relational node, Kind kind, RelationName relation) {
        var statements = new ArrayList<Statement>();
        if (kind != Kind.VIEW) {
            statements.addAll(new IndexStatements(sql).on(node, relation));
        }
        statements.addAll(new Comments(sql).on(node, kind, relation));
        statements.addAll(new Grants(sql).on(node, relation));
        return statements;
    }
}
