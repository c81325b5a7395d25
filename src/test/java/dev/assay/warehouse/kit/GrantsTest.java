package dev.assay.warehouse.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Dialect;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The privileges that settings name are had by exactly those whom they name; of all others nobody loses any. */
class GrantsTest extends Builds {

    private static final AtomicInteger ROLES = new AtomicInteger();

    private String ann;
    private String ben;

    @BeforeEach
    void roles() {
        String end = ProcessHandle.current().pid() + "_" + ROLES.incrementAndGet();
        ann = "kit Ann " + end;
        ben = "kit_ben_" + end;
        if (can(Capability.GRANTS)) {
            try (Warehouse warehouse = ground().connect()) {
                project().stranger("create role " + warehouse.dialect().quote(ann));
                project().stranger("create role " + warehouse.dialect().quote(ben));
            }
        }
    }

    /** Whether the warehouse grants; one that does not says that it leaves them out, and builds. */
    private boolean grants() {
        if (!can(Capability.GRANTS)) {
            write("{\"select\": [\"" + ann + "\"]}", "");
            var said = project().assay("build").ends(0);
            assertTrue(said.err().contains("has no grants: `grants` of `orders` is left out"), said::toString);
            return false;
        }
        return true;
    }

    private void write(String grants, String more) {
        String config =
                "[@config materialized=\"table\"" + more + (grants.isEmpty() ? "" : " grants=" + grants) + " /] ";
        project().model("orders", config + "select 1 as n");
        project()
                .model(
                        "recent",
                        (grants.isEmpty() ? "" : "[@config grants=" + grants + " /] ")
                                + "select n from ${ref(\"orders\")}");
    }

    /** Who has what, owners aside: {@code insert ben, select ann}. */
    private String granted(String relation) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            Dialect dialect = warehouse.dialect();
            Map<String, Object> name = Map.of(
                    "schema", new Literal(dialect.stored(project().schema())),
                    "name", new Literal(dialect.stored(relation)));
            Statement asked = warehouse.wording().statement("look", "granted", Map.of("named", List.of(name)));
            return session.query(asked).rows().stream()
                    .map(row -> row.get(2) + " " + row.get(3))
                    .map(text -> text.replace(dialect.stored(ann), "ann").replace(dialect.stored(ben), "ben"))
                    .collect(Collectors.joining(", "));
        }
    }

    private void grantToBen(String privilege, String kind, String relation) {
        try (Warehouse warehouse = ground().connect();
                Session session = warehouse.open()) {
            session.execute(warehouse
                    .wording()
                    .statement(
                            "disturb",
                            "grant",
                            Map.of(
                                    "relation",
                                    RelationName.of(project().schema(), relation),
                                    "kind",
                                    kind,
                                    "privileges",
                                    privilege,
                                    "grantee",
                                    new Identifier(ben),
                                    "grantable",
                                    false)));
        }
    }

    @Test
    void eachListIsExactAndOtherPrivilegesStay() {
        if (!grants()) {
            return;
        }
        project().file("seeds/days.csv", "d\n1\n");
        project()
                .file(
                        "assay_project.yml",
                        project().read("assay_project.yml") + "seeds:\n  kit:\n    +grants: {select: '" + ben + "'}\n");
        write("{\"select\": [\"" + ann + "\"]}", "");
        project().assay("build").ends(0);
        assertEquals("select ann", granted("orders"));
        assertEquals("select ann", granted("recent"));
        assertEquals("select ben", granted("days"));

        for (String privilege : List.of("references", "select")) {
            grantToBen(privilege, "table", "orders");
            grantToBen(privilege, "view", "recent");
        }
        project().assay("build").ends(0);
        assertEquals("references ben, select ann", granted("orders"));
        assertEquals("references ben, select ann", granted("recent"));

        write("{\"select\": [\"" + ben + "\", \"public\"]}", "");
        project().assay("build").ends(0);
        assertEquals("references ben, select , select ben", granted("orders"));
        assertEquals("references ben, select , select ben", granted("recent"));

        write("", "");
        project().assay("build").ends(0);
        assertEquals("references ben, select , select ben", granted("orders"));
        write("{\"select\": []}", "");
        project().assay("build").ends(0);
        assertEquals("references ben", granted("orders"));
        assertEquals("references ben", granted("recent"));
    }

    @Test
    void aTableThatStaysItselfIsGrantedToo() {
        if (!grants()) {
            return;
        }
        write("{\"select\": [\"" + ann + "\"]}", "");
        project().assay("build").ends(0);
        write("{\"select\": [\"" + ben + "\"]}", " publish_by=\"difference\"");
        project().assay("build").ends(0);
        assertEquals("select ben", granted("orders"));
    }

    @Test
    void aRoleThatIsNotThereIsNamedBeforeAnythingIsBuilt() {
        if (!grants()) {
            return;
        }
        write("{\"select\": [\"nobody of that name\"]}", "");
        var said = project().assay("build").ends(2);
        assertTrue(said.err().contains("has no role `nobody of that name`"), said::toString);
        assertTrue(said.err().contains("models/orders.sql:1:"), said::toString);
        write("{\"read\": [\"" + ann + "\"]}", "");
        said = project().assay("build").ends(2);
        assertTrue(said.err().contains("no relation has a privilege `read`"), said::toString);
        assertTrue(project().existing().relations().isEmpty());
    }
}
