package dev.assay.app;

import dev.assay.blueprint.Upstream;
import dev.assay.environment.Entry;
import dev.assay.environment.Proofs;
import dev.assay.environment.TestCount;
import dev.assay.manifest.Relational;
import dev.assay.sql.RelationName;
import dev.assay.sql.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/** What readers see of each relation, since when, and what is kept from them. */
public record StatusReport(Rows rows, boolean somethingIsHeld, boolean everythingIsProven) {

    private static final List<Rows.Column> COLUMNS = List.of(
            new Rows.Column("relation", "varchar"),
            new Rows.Column("generation", "bigint"),
            new Rows.Column("proof", "varchar"),
            new Rows.Column("tests_passed", "bigint"),
            new Rows.Column("tests_due", "bigint"),
            new Rows.Column("published", "varchar"),
            new Rows.Column("held_since", "varchar"),
            new Rows.Column("because", "varchar"));

    /** Of what another project published: the tests of this project have not run on it. */
    private static final Proofs.Shown UNPROVEN =
            new Proofs.Shown(Entry.Proof.UNPROVEN, Optional.empty(), Optional.empty());

    public static StatusReport of(ParsedProject project) {
        WarehouseState warehouseState = WarehouseState.look(project, new TreeSet<>());
        var upstream = new Upstream(project.manifest(), project.live());
        var proofs = new Proofs(
                Proofs.versions(warehouseState.known(), warehouseState.existing(), warehouseState.changes()),
                upstream::isLive);
        SortedMap<RelationName, Entry> seen = warehouseState.seen();
        String own = project.loaded().project().file().name();
        var lines = new ArrayList<Line>();
        project.manifest()
                .relations()
                .forEach(node -> lines.add(
                        line(node, own, Optional.ofNullable(seen.get(node.relation())), warehouseState, proofs)));
        Orphan.in(warehouseState, project)
                .forEach(orphan -> lines.add(line(orphan, proofs.of(orphan.entry(), warehouseState.changes()))));
        return new StatusReport(
                new Rows(COLUMNS, lines.stream().map(Line::cells).toList()),
                lines.stream().anyMatch(line -> line.held().isPresent()),
                lines.stream().allMatch(Line::isProven));
    }

    /**
     * One relation.
     *
     * @param shown how far it is proven; empty where readers see nothing of it
     * @param isGone whether it was published and does not exist any more
     */
    private record Line(
            RelationName relation,
            Optional<Entry> published,
            Optional<Proofs.Shown> shown,
            boolean isGone,
            Optional<Entry> held,
            Optional<String> because) {

        /** Readers can rely on what they see; a relation that was never published shows them nothing wrong. */
        boolean isProven() {
            return !isGone && shown.map(now -> now.proof().isProven()).orElse(true);
        }

        /** Blank where there is nothing to say. */
        List<Object> cells() {
            Optional<TestCount> tests = shown.flatMap(Proofs.Shown::tests);
            return Arrays.asList(
                    relation.toString(),
                    published
                            .map(entry -> (Object) entry.generation().orElse(0))
                            .orElse(null),
                    isGone ? "gone" : shown.map(now -> now.proof().words()).orElse("never published"),
                    tests.map(TestCount::passed).orElse(null),
                    tests.map(TestCount::due).orElse(null),
                    published.map(Entry::since).map(StatusReport::moment).orElse(null),
                    held.map(Entry::heldSince).map(StatusReport::moment).orElse(null),
                    because.orElse(null));
        }
    }

    private static Line line(
            Relational node, String own, Optional<Entry> published, WarehouseState warehouseState, Proofs proofs) {
        Optional<Entry> held = warehouseState.known().waitingOf(node.id());
        Optional<Entry> foreign = published.filter(entry -> !entry.maker().equals(own));
        boolean isGone = published.isPresent() && !warehouseState.existing().contains(node.relation());
        Optional<Proofs.Shown> shown = published
                .filter(entry -> !isGone)
                .map(entry -> foreign.isPresent() ? UNPROVEN : proofs.of(entry, warehouseState.changes()));
        Optional<String> because = held.map(StatusReport::because)
                .or(() -> foreign.map(entry -> "the project `" + entry.maker() + "` published it"))
                .or(() -> shown.flatMap(Proofs.Shown::because)
                        .map(below -> "shows " + below.names().get(1) + ", which is "
                                + shown.get().proof().words()))
                .or(() -> published
                        .filter(entry -> !entry.node().equals(node.id()))
                        .map(entry -> "published as " + entry.node()))
                .or(() -> published.map(Entry::message).filter(text -> !text.isEmpty()));
        Optional<String> changed =
                published.flatMap(entry -> warehouseState.changes().words(entry.relation()));
        Optional<String> all = changed.isPresent() && held.isPresent()
                ? Optional.of(changed.get() + "; " + because.orElseThrow())
                : changed.or(() -> because);
        return new Line(node.relation(), published, shown, isGone, held, all);
    }

    /** Readers have it all the same. */
    private static Line line(Orphan orphan, Proofs.Shown shown) {
        Entry entry = orphan.entry();
        return new Line(
                entry.relation(),
                Optional.of(entry),
                Optional.of(shown),
                false,
                Optional.empty(),
                Optional.of(orphan.why()));
    }

    private static String because(Entry entry) {
        return switch (entry.state()) {
            case HELD -> "failed " + entry.message();
            case PREPARED -> "a run broke off";
            case PUBLISHING -> "a run broke off while publishing; the next one finishes it";
            default -> entry.message();
        };
    }

    private static String moment(Instant moment) {
        return moment.toString().replaceFirst("\\..*|Z$", "").replace('T', ' ');
    }
}
