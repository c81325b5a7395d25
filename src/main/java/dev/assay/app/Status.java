package dev.assay.app;

import dev.assay.environment.Entry;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.sql.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What readers see of each relation, since when, and what is kept from them. */
public record Status(Rows rows, boolean somethingIsHeld) {

    private static final List<Rows.Column> COLUMNS = List.of(
            new Rows.Column("relation", "varchar"),
            new Rows.Column("generation", "bigint"),
            new Rows.Column("proof", "varchar"),
            new Rows.Column("published", "varchar"),
            new Rows.Column("held_since", "varchar"),
            new Rows.Column("because", "varchar"));

    public static Status of(ParsedProject project) {
        Surroundings surroundings = Surroundings.look(project, new TreeSet<>());
        var rows = new ArrayList<List<Object>>();
        project.manifest()
                .all(Relational.class)
                .filter(node -> !(node instanceof Model model && model.isEphemeral()))
                .forEach(node -> rows.add(row(node, surroundings)));
        Orphan.in(surroundings, project.manifest()).forEach(orphan -> rows.add(row(orphan)));
        boolean held = rows.stream().anyMatch(row -> row.get(4) != null);
        return new Status(new Rows(COLUMNS, rows), held);
    }

    private static List<Object> row(Relational node, Surroundings surroundings) {
        Optional<Entry> published = surroundings.known().publishedOf(node.id());
        Optional<Entry> held = surroundings.known().waitingOf(node.id());
        boolean gone = published.isPresent() && !surroundings.existing().contains(node.relation());
        // Blank where there is nothing to say.
        return Arrays.asList(
                node.relation().toString(),
                published.map(entry -> (Object) entry.generation().orElse(0)).orElse(null),
                gone ? "gone" : published.map(entry -> entry.proof().word()).orElse("never published"),
                published.map(entry -> moment(entry)).orElse(null),
                held.map(entry -> moment(entry)).orElse(null),
                held.map(Status::because)
                        .orElse(published
                                .map(Entry::message)
                                .filter(text -> !text.isEmpty())
                                .orElse(null)));
    }

    /** Readers have it all the same. */
    private static List<Object> row(Orphan orphan) {
        Entry entry = orphan.entry();
        return Arrays.asList(
                entry.relation().toString(),
                entry.generation().orElse(0),
                entry.proof().word(),
                moment(entry),
                null,
                orphan.why());
    }

    private static String because(Entry entry) {
        return switch (entry.state()) {
            case HELD -> "failed " + entry.message();
            case PREPARED -> "a run broke off";
            case PUBLISHING -> "a run broke off while publishing; the next one finishes it";
            default -> entry.message();
        };
    }

    private static String moment(Entry entry) {
        return entry.since().toString().replaceFirst("\\..*|Z$", "").replace('T', ' ');
    }
}
