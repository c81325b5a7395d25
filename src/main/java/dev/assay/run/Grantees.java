package dev.assay.run;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Relational;
import dev.assay.materialize.Grants;
import dev.assay.setup.RunSetup;
import dev.assay.sql.Rows;
import dev.assay.warehouse.Capability;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whom the settings of a run's nodes name has to be there before anything is built. */
record Grantees(RunSetup setup, Session session) {

    /** Snowflake shows no more at a time. */
    private static final int MOST_SHOWN = 10_000;

    /** @throws ProblemsFound with each role and each privilege that the warehouse does not know */
    void require() {
        List<Relational> nodes = setup.plan()
                .relations()
                .map(planned -> setup.manifest().relational(planned.id()))
                .filter(node -> !Grants.wanted(node).isEmpty())
                .toList();
        if (nodes.isEmpty() || !setup.warehouse().capabilities().contains(Capability.GRANTS)) {
            return;
        }
        Set<List<Object>> unknown = unknown(nodes);
        var problems = new ArrayList<Diagnostic>();
        for (Relational node : nodes) {
            Grants.wanted(node).forEach((privilege, grantees) -> {
                if (unknown.contains(List.of("privilege", privilege))) {
                    problems.add(problem(node, "no relation has a privilege `" + privilege + "`"));
                }
                grantees.stream()
                        .filter(grantee -> unknown.contains(List.of("role", grantee)))
                        .forEach(grantee -> problems.add(problem(
                                        node,
                                        setup.warehouse().label() + " has no role `" + grantee + "`, to which `"
                                                + node.name() + "` is granted")
                                .help("roles are written as they are called, capitals and all")));
            });
        }
        if (!problems.isEmpty()) {
            throw new ProblemsFound(problems);
        }
    }

    private Set<List<Object>> unknown(List<Relational> nodes) {
        var roles = new TreeSet<String>();
        var privileges = new TreeSet<String>();
        nodes.stream()
                .map(Grants::wanted)
                .forEach(wanted -> wanted.forEach((privilege, grantees) -> {
                    privileges.add(privilege);
                    roles.addAll(grantees);
                }));
        roles.remove(Grants.EVERYBODY);
        Warehouse warehouse = setup.warehouse();
        var unknown = new HashSet<>(session.query(warehouse
                        .wording()
                        .statement(
                                "look for the roles of `grants`",
                                "unknown_grants",
                                Map.of("grantees", literals(roles), "words", literals(privileges))))
                .rows());
        if (warehouse.wording().knows("show_roles")) {
            Set<String> there = shown(warehouse);
            roles.stream()
                    .filter(role -> !there.contains(warehouse.dialect().stored(role)))
                    .forEach(role -> unknown.add(List.of("role", role)));
        }
        return unknown;
    }

    /** Where they can only be shown, not asked for: some at a time, in the order of their names. */
    private Set<String> shown(Warehouse warehouse) {
        var shown = new TreeSet<String>();
        boolean more = true;
        while (more) {
            Optional<Literal> last = shown.isEmpty() ? Optional.empty() : Optional.of(new Literal(shown.last()));
            List<String> some = shown(warehouse, last);
            more = shown.addAll(some) && some.size() >= MOST_SHOWN;
        }
        return shown;
    }

    private List<String> shown(Warehouse warehouse, Optional<Literal> last) {
        Rows rows = session.query(
                warehouse.wording().statement("look for the roles of `grants`", "show_roles", Map.of("last", last)));
        int column = rows.columns().stream().map(Rows.Column::name).toList().indexOf("name");
        return rows.rows().stream().map(row -> row.get(column).toString()).toList();
    }

    private static List<Literal> literals(Collection<String> texts) {
        return texts.stream().map(Literal::new).toList();
    }

    private static Diagnostic problem(Relational node, String headline) {
        return Diagnostic.error(Code.WRONG_VALUE, node.config().place("grants", node.place()), headline);
    }
}
