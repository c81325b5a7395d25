package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What all tests of the contract have: a warehouse, a session, a schema of their own. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.assay.warehouse.kit.Grounds#all")
abstract class Contract {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    @Parameter
    private Ground ground;

    private Warehouse warehouse;
    private Session session;
    private final String schema = "kit_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();

    @BeforeEach
    void open() {
        warehouse = ground.connect();
        session = warehouse.open();
        schemas().forEach(name -> session.execute(words("create_schema", Map.of("schema", new Identifier(name)))));
    }

    /** Ours, and those where the engine would put what it makes for it. */
    final Set<String> schemas() {
        RelationName any = name("any");
        return Stream.of(any, warehouse.candidate(any), warehouse.retired(any))
                .map(RelationName::schema)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @AfterEach
    void close() {
        session.rollback();
        schemas().forEach(name -> run("drop schema " + quote(name) + " cascade"));
        warehouse.close();
    }

    final Ground ground() {
        return ground;
    }

    final Warehouse warehouse() {
        return warehouse;
    }

    final Session session() {
        return session;
    }

    final String schema() {
        return schema;
    }

    final boolean can(Capability capability) {
        return warehouse.capabilities().contains(capability);
    }

    /** One of the engine's own statements. */
    final Statement words(String file, Map<String, Object> values) {
        return warehouse.wording().statement("keep the contract", file, values);
    }

    final RelationName name(String name) {
        return RelationName.of(schema, name);
    }

    /** Where a relation of this name is built. */
    final RelationName candidate(String name) {
        return warehouse.candidate(name(name));
    }

    final String print(String name) {
        return warehouse.dialect().print(name(name));
    }

    final String quote(String name) {
        return warehouse.dialect().quote(name);
    }

    final void table(String name, String select) {
        make("create_table_as", name(name), select);
    }

    final void view(String name, String select) {
        make("create_view_as", name(name), select);
    }

    final void make(String file, RelationName relation, String select) {
        session.execute(words(file, Map.of("relation", relation, "select", SqlText.plain(select))));
    }

    final Rows query(String sql) {
        return session.query(Statement.of("look", sql));
    }

    /** What a second session sees. */
    final Rows seen(String sql) {
        try (Session other = warehouse.open()) {
            return other.query(Statement.of("look", sql));
        }
    }

    final void run(String sql) {
        session.execute(Statement.of("prepare", sql));
    }

    final Existing existing() {
        return warehouse.existing(session, List.of(schema));
    }

    static WarehouseError refused(Executable deed) {
        return assertThrows(WarehouseError.class, deed);
    }

    /** A query for the numbers from 0 to below a power of ten, in SQL that all understand. */
    static String numbers(int power) {
        var sum = new StringBuilder("a0.n");
        var from = new StringBuilder("(" + DIGITS + ") a0");
        for (int i = 1; i < power; i++) {
            sum.append(" + a").append(i).append(".n * 1").append("0".repeat(i));
            from.append(" cross join (").append(DIGITS).append(") a").append(i);
        }
        return "select " + sum + " as n from " + from;
    }

    private static final String DIGITS = "select 0 as n union all select 1 union all select 2 union all select 3"
            + " union all select 4 union all select 5 union all select 6 union all select 7 union all select 8"
            + " union all select 9";
}
