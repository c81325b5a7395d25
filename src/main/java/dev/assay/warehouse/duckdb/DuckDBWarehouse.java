package dev.assay.warehouse.duckdb;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Limits;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.WordingFiles;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** A DuckDB file, or a database in memory. */
public final class DuckDBWarehouse implements Warehouse {

    static final String CANDIDATE = "__assay_candidate";
    static final String RETIRED = "__assay_retired";

    // Each view on a view takes two levels of DuckDB's expression depth, three where it is written with a common table
    // expression, and there are a thousand. A stack of a megabyte is used up sooner than that, and then the process
    // ends without a word; sixteen were always enough.
    private static final Limits LIMITS = new Limits(OptionalInt.of(300), 64L << 20, OptionalInt.empty());

    private final Dialect dialect;
    private final Wording wording;
    private final DuckDBOutput output;
    private final Access access;

    DuckDBWarehouse(DuckDBOutput output) {
        this.output = output;
        this.dialect = DuckDBDialect.of(output);
        this.wording = new WordingFiles("duckdb", dialect);
        this.access = output.byFile() && output.file().isPresent()
                ? new CopiedAccess(output, output.file().get(), wording)
                : new DuckDBInstance(output, new Place(output.file(), Place.Mode.WRITING), wording);
    }

    @Override
    public String type() {
        return "duckdb";
    }

    @Override
    public String label() {
        return "DuckDB";
    }

    @Override
    public String address() {
        return output.written();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.of(
                Capability.VIEWS,
                Capability.TRANSACTIONAL_DEFINITIONS,
                Capability.COMMENTS,
                Capability.CANCEL,
                Capability.EXTERNAL_FILES,
                Capability.MATERIALIZED_EXPRESSIONS);
        if (output.byFile()) {
            capabilities.add(Capability.MANY_PROCESSES);
        }
        return capabilities;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Wording wording() {
        return wording;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Session open() {
        return access.open();
    }

    @Override
    public Existing existing(Session session, Collection<String> schemas) {
        // DuckDB keeps the case of names and compares without it.
        var relations = new TreeMap<RelationName, Existing.Kind>(
                Comparator.comparing(RelationName::toString, String.CASE_INSENSITIVE_ORDER));
        var found = new HashSet<String>();
        if (!schemas.isEmpty()) {
            var asked = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            schemas.forEach(schema -> asked.put(schema, schema));
            List<Literal> names = asked.keySet().stream().map(Literal::new).toList();
            Rows rows = session.query(wording.statement("see what exists", "existing", Map.of("schemas", names)));
            for (List<Object> row : rows.rows()) {
                String schema = asked.get(row.get(0).toString());
                switch (row.get(2).toString()) {
                    case "schema" -> found.add(schema);
                    case String kind ->
                        relations.put(
                                RelationName.of(schema, row.get(1).toString()),
                                Existing.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
                }
            }
        }
        return new Existing(relations, found);
    }

    @Override
    public RelationName candidate(RelationName published) {
        return published.renamed(name -> name + CANDIDATE);
    }

    @Override
    public RelationName retired(RelationName published) {
        return published.renamed(name -> name + RETIRED);
    }

    @Override
    public boolean isOurs(RelationName name) {
        return name.name().endsWith(CANDIDATE) || name.name().endsWith(RETIRED);
    }

    @Override
    public List<Statement> settle() {
        return List.of(wording.statement("give back the room of what was dropped", "checkpoint", Map.of()));
    }

    @Override
    public Session enter(String environment) {
        return access.enter();
    }

    @Override
    public Session change() {
        return access.enter();
    }

    @Override
    public void conclude() {
        access.conclude();
    }

    @Override
    public boolean reopens() {
        return true;
    }

    @Override
    public void reopen() {
        access.reopen();
    }

    @Override
    public void close() {
        access.close();
    }
}
