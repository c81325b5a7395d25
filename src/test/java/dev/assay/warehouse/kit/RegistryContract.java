package dev.assay.warehouse.kit;

import dev.assay.environment.AnnouncedRelation;
import dev.assay.environment.Entry;
import dev.assay.environment.Registry;
import dev.assay.environment.RegistryClient;
import dev.assay.environment.RegistryPlace;
import dev.assay.environment.RegistrySnapshot;
import dev.assay.environment.RunClaim;
import dev.assay.environment.SchemaPurpose;
import dev.assay.environment.Version;
import dev.assay.environment.VersionNote;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.warehouse.Existing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
        for (String each : List.of(shared, quality, data("dev"), data("prod"))) {
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
        return warehouse().existing(session(), List.of(shared, quality, schema(), data("dev"), data("prod")));
    }

    final RegistrySnapshot read(String environment) {
        return of(environment).read(session(), found());
    }

    final long enter(String environment) {
        return enter(environment, claim(data(environment)));
    }

    final long enter(String environment, RunClaim claim) {
        Existing existing = found();
        return enter(environment, existing, of(environment).read(session(), existing), claim);
    }

    final long enter(String environment, Existing existing, RegistrySnapshot known, RunClaim claim) {
        return of(environment).enter(session(), warehouse(), existing, known.registry(), claim);
    }

    /** The schema of an environment. */
    final String data(String environment) {
        return schema() + "_" + environment;
    }

    static RunClaim claim(String... data) {
        var claim = new RunClaim("target", new TreeMap<>());
        for (String each : data) {
            claim = claim.with(each, SchemaPurpose.DATA);
        }
        return claim;
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
                                    return new AnnouncedRelation(
                                            node,
                                            name,
                                            warehouse().candidate(name),
                                            "table",
                                            heldSince(environment, node));
                                })
                                .toList());
    }

    private Optional<Instant> heldSince(String environment, ResourceId node) {
        return read(environment).waitingOf(node).map(Entry::heldSince);
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

    final void note(String run, VersionNote... notes) {
        of("dev").notes().note(session(), run, List.of(notes));
    }

    final List<VersionNote> current() {
        return of("dev").notes().current(session());
    }
}
