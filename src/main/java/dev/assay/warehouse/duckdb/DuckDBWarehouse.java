package dev.assay.warehouse.duckdb;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Catalogue;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Facet;
import dev.assay.warehouse.InternalNames;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.WordingFiles;
import dev.assay.warehouse.facet.EngineRestart;
import dev.assay.warehouse.facet.FilePublication;
import dev.assay.warehouse.facet.NameDefaults;
import dev.assay.warehouse.facet.SpaceRecovery;
import dev.assay.warehouse.facet.ViewLimits;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A DuckDB file, or a database in memory. */
public final class DuckDBWarehouse implements Warehouse {

    // Each view on a view takes two levels of DuckDB's expression depth, three where it is written with a common table
    // expression, and there are a thousand. A stack of a megabyte is used up sooner than that, and then the process
    // ends without a word; sixteen were always enough.
    private static final ViewLimits VIEW_LIMITS = new ViewLimits(300, 64L << 20);

    private final Dialect dialect;
    private final Wording wording;
    private final DuckDBOutput output;
    private final DatabaseAccess access;

    DuckDBWarehouse(DuckDBOutput output) {
        this(output, DuckDBWarehouse::writing);
    }

    private DuckDBWarehouse(DuckDBOutput output, BiFunction<DuckDBOutput, Wording, DatabaseAccess> access) {
        this.output = output;
        this.dialect = DuckDBDialect.of(output);
        this.wording = new WordingFiles("duckdb", dialect);
        this.access = access.apply(output, wording);
    }

    private static DatabaseAccess writing(DuckDBOutput output, Wording wording) {
        return output.byFile() && output.file().isPresent()
                ? new CopiedAccess(output, output.file().get(), wording)
                : new DuckDBInstance(output, new DatabaseFile(output.file(), DatabaseFile.Mode.WRITING), wording);
    }

    private static DatabaseAccess reading(DuckDBOutput output, Wording wording) {
        return new DuckDBInstance(output, new DatabaseFile(output.file(), DatabaseFile.Mode.READING), wording);
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
    public List<Facet> facets() {
        return List.of(
                VIEW_LIMITS,
                new NameDefaults(Optional.of("main"), Optional.of(output.database())),
                (SpaceRecovery) this::checkpoint,
                (FilePublication) access::conclude,
                (EngineRestart) access::reopen);
    }

    private List<Statement> checkpoint() {
        return List.of(wording.statement("give back the room of what was dropped", "checkpoint", Map.of()));
    }

    /** DuckDB writes into one database in a transaction, and a cut is one transaction. */
    @Override
    public List<Diagnostic> unmet(NodeSettings nodeSettings) {
        return nodeSettings.text("database").stream()
                .map(wanted -> Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                "`database: " + wanted + "`: on DuckDB assay builds in the output's own database only")
                        .at(nodeSettings.placeOf("database").orElse(output.place()))
                        .note("all relations of a run are published in one transaction,"
                                + " and DuckDB writes into one database in a transaction")
                        .help("leave `database` out; an attached database can hold sources"))
                .toList();
    }

    @Override
    public Warehouse forReading() {
        return new DuckDBWarehouse(output, DuckDBWarehouse::reading);
    }

    @Override
    public Session open() {
        return access.open();
    }

    @Override
    public Rows read(Session session, Statement select) {
        return new DuckDBSelect(wording).run(session, select);
    }

    @Override
    public Existing existing(Session session, Collection<String> schemas) {
        // DuckDB keeps the case of names and compares without it.
        var asked = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        schemas.forEach(schema -> asked.put(schema, schema));
        var order = Comparator.comparing(RelationName::toString, String.CASE_INSENSITIVE_ORDER);
        return new Catalogue(wording, order, UnaryOperator.identity()).read(session, asked);
    }

    @Override
    public RelationName candidate(RelationName published) {
        return InternalNames.candidate(published);
    }

    @Override
    public RelationName retired(RelationName published) {
        return InternalNames.retired(published);
    }

    @Override
    public boolean isOurs(RelationName name) {
        return InternalNames.has(name.name());
    }

    @Override
    public Session enter(String environment, Consumer<Session> stillOurs) {
        return access.enter();
    }

    @Override
    public Session change() {
        return access.enter();
    }

    /** The file is locked as long as it is open, so no other run can have it; but anybody can remove it. */
    @Override
    public void beat(Session session) {
        access.requireSameFile();
    }

    @Override
    public void close() {
        access.close();
    }
}
