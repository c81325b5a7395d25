package dev.assay.warehouse.snowflake;

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
import dev.assay.warehouse.JdbcSession;
import dev.assay.warehouse.NodeSettings;
import dev.assay.warehouse.PlainCells;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import dev.assay.warehouse.Wording;
import dev.assay.warehouse.WordingFiles;
import dev.assay.warehouse.facet.LeaseRenewal;
import dev.assay.warehouse.facet.NameDefaults;
import dev.assay.warehouse.facet.NodeWording;
import dev.assay.warehouse.facet.PublishWays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A database in an account of Snowflake's. */
public final class SnowflakeWarehouse implements Warehouse {

    private final Dialect dialect = SnowflakeDialect.make();
    private final Wording files = new WordingFiles("snowflake", dialect);
    private final Wording wording = new TableOptionsWording(files, TableOptions.USUAL);
    private final SnowflakeOutput output;
    /** Of the run that has entered. */
    private volatile Optional<EnvironmentLease> entered = Optional.empty();

    SnowflakeWarehouse(SnowflakeOutput output) {
        this.output = output;
    }

    @Override
    public String type() {
        return "snowflake";
    }

    @Override
    public String label() {
        return "Snowflake";
    }

    @Override
    public String address() {
        return output.address().account() + "/" + output.database();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.VIEWS,
                Capability.MANY_PROCESSES,
                Capability.COMMENTS,
                Capability.GRANTS,
                Capability.CANCEL,
                Capability.TIME_TRAVEL);
    }

    @Override
    public List<Facet> facets() {
        return List.of(
                new PublishWays(Set.of("swap", "overwrite")),
                new NameDefaults(Optional.empty(), Optional.of(SnowflakeDialect.folded(output.database()))),
                new LeaseRenewal(EnvironmentLease.PULSE),
                output.readers(),
                (NodeWording) nodeSettings -> new TableOptionsWording(files, TableOptions.of(nodeSettings)));
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
    public List<Diagnostic> unmet(NodeSettings nodeSettings) {
        return TableOptions.unmet(nodeSettings, output.database());
    }

    @Override
    public Session enter(String environment, Consumer<Session> stillOurs) {
        var lease = EnvironmentLease.of(environment, wording);
        SnowflakeSession session = connect(Optional.of(lease));
        try {
            lease.take(session);
        } catch (WarehouseError refusal) {
            session.leave();
            throw refusal;
        }
        entered = Optional.of(lease);
        return session;
    }

    @Override
    public void beat(Session session) {
        entered.ifPresent(lease -> lease.renew(session));
    }

    @Override
    public Session open() {
        return connect(Optional.empty());
    }

    private SnowflakeSession connect(Optional<EnvironmentLease> lease) {
        var login = new SnowflakeLogin(output);
        StatementParameter parameter = login.parameter();
        return new SnowflakeSession(
                () -> new JdbcSession(
                        login.open(), new SnowflakeErrors(), new SnowflakeCells(new PlainCells()), parameter.tag()),
                parameter,
                lease,
                this::open,
                wording,
                output.queryTag(),
                output.warehouse());
    }

    @Override
    public Rows read(Session session, Statement select) {
        return SelectOnly.run(session, select);
    }

    @Override
    public Existing existing(Session session, Collection<String> schemas) {
        var asked = new TreeMap<String, String>();
        SnowflakeNames.withCandidates(schemas).forEach(schema -> asked.put(SnowflakeDialect.folded(schema), schema));
        return new Catalogue(wording, SnowflakeDialect.order(output.database()), SnowflakeWarehouse::written)
                .read(session, asked);
    }

    /** As people write it: a name that is stored in upper case is hardly ever written so. */
    private static String written(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        return SnowflakeDialect.folded(lower).equals(stored) ? lower : stored;
    }

    @Override
    public RelationName candidate(RelationName published) {
        return SnowflakeNames.candidate(published);
    }

    @Override
    public RelationName retired(RelationName published) {
        return InternalNames.retired(published);
    }

    @Override
    public boolean isOurs(RelationName name) {
        return SnowflakeNames.isOurs(name);
    }

    @Override
    public void close() {
        // Each session is a connection of its own, closed by whoever opened it.
        entered = Optional.empty();
    }
}
