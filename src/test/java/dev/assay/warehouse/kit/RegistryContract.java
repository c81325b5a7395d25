package dev.assay.warehouse.kit;

import dev.assay.environment.Known;
import dev.assay.environment.Note;
import dev.assay.environment.Prepared;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistryClient;
import dev.assay.environment.RegistryPlace;
import dev.assay.environment.Version;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A registry in schemas of its own. */
abstract class RegistryContract extends Contract {

    static final ResourceId ORDERS = new ResourceId("model.shop.orders");
    static final ResourceId SUMS = new ResourceId("model.shop.sums");

    private String shared;
    private String quality;

    @BeforeEach
    void schemasOfItsOwn() {
        shared = schema() + "_shared";
        quality = schema() + "_quality";
    }

    @AfterEach
    void dropThem() {
        session().rollback();
        for (String each : List.of(shared, quality)) {
            run("drop schema if exists " + quote(each) + " cascade");
        }
    }

    final Registry of(String environment) {
        return new Registry(
                warehouse().wording(),
                Clock.systemUTC(),
                new RegistryPlace(shared, quality),
                new RegistryClient(environment, "shop", "9.9.9"));
    }

    final Existing found() {
        return warehouse().existing(session(), List.of(shared, quality, schema()));
    }

    final Known read(String environment) {
        return of(environment).read(session(), found());
    }

    final long enter(String environment) {
        Registry registry = of(environment);
        Existing existing = found();
        return registry.enter(session(), existing, registry.read(session(), existing), environment, List.of(schema()));
    }

    final void prepare(String environment, String run, ResourceId... nodes) {
        of(environment)
                .prepare(
                        session(),
                        run,
                        1,
                        List.of(nodes).stream()
                                .map(node -> {
                                    RelationName name = name(node.names().getLast());
                                    return new Prepared(node, name, warehouse().candidate(name), "table");
                                })
                                .toList());
    }

    /** How many of these there were. */
    final long publish(String environment, long generation, String run, ResourceId... nodes) {
        return of(environment)
                .publish(
                        session(),
                        generation,
                        List.of(nodes).stream()
                                .map(node -> new Version(node, run))
                                .toList());
    }

    final String shared() {
        return shared;
    }

    final String quality() {
        return quality;
    }

    /** As SQL names it. */
    final String printed(String schema, String name) {
        return warehouse().dialect().print(RelationName.of(schema, name));
    }

    final void note(String run, Note... notes) {
        of("dev").notes().note(session(), run, List.of(notes));
    }

    final List<Note> current() {
        return of("dev").notes().current(session());
    }
}
