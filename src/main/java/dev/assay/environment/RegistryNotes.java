package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What belongs to versions of relations: the texts that their rows name by digest, and notes.
 *
 * <p>A note is pending or current by the state of the version that it belongs to, and by nothing else. So the one statement that
 * publishes a version makes its notes current, wherever and by whomever it is executed.
 */
public final class RegistryNotes {

    // More rows than this in one statement cost more in reading it than they save.
    private static final int ROWS_A_STATEMENT = 500;

    private final Wording wording;
    private final RegistryPlace place;
    private final String environment;

    RegistryNotes(Wording wording, RegistryPlace place, RegistryClient client) {
        this.wording = wording;
        this.place = place;
        this.environment = client.environment();
    }

    /** Keeps texts by their digests. One that is kept already is left as it is. */
    public void keepTexts(Session session, SortedMap<String, String> texts) {
        for (List<Map.Entry<String, String>> some : Portions.of(List.copyOf(texts.entrySet()), ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>();
            some.forEach(text -> values.addAll(List.of(text.getKey(), text.getValue())));
            session.execute(wording.statement(
                            "keep the texts of candidates",
                            "insert_texts",
                            Map.of("relation", place.texts(), "count", some.size()))
                    .with(values));
        }
    }

    /** Those of these texts that are kept, by digest. */
    public SortedMap<String, String> texts(Session session, Collection<String> digests) {
        var texts = new TreeMap<String, String>();
        for (List<String> some : Portions.of(List.copyOf(digests), ROWS_A_STATEMENT)) {
            session.query(wording.statement(
                                    "read kept texts",
                                    "read_texts",
                                    Map.of("relation", place.texts(), "count", some.size()))
                            .with(List.copyOf(some)))
                    .rows()
                    .forEach(row ->
                            texts.put(row.getFirst().toString(), row.get(1).toString()));
        }
        return texts;
    }

    /** Removes the texts that no waiting candidate names, in no environment. */
    public void removeTexts(Session session) {
        session.execute(wording.statement(
                "remove the texts of candidates that wait no more",
                "remove_texts",
                Map.of("relation", place.texts(), "publications", place.publications())));
    }

    /** Writes all notes of these nodes' candidates, as this run has built them. Those that it wrote of them before are replaced. */
    public void note(Session session, String runId, List<VersionNote> notes) {
        List<ResourceId> nodes =
                notes.stream().map(VersionNote::node).distinct().toList();
        for (List<ResourceId> some : Portions.of(nodes, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>(List.of(environment));
            some.forEach(node -> values.add(node.value()));
            values.add(runId);
            values.addAll(Collections.nCopies(2, environment));
            session.execute(say("forget notes that gave way", "clear_notes", Map.of("count", some.size()))
                    .with(values));
        }
        for (List<VersionNote> some : Portions.of(notes, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>();
            some.forEach(note -> values.addAll(
                    List.of(environment, note.node().value(), runId, note.kind(), note.name(), note.value())));
            session.execute(wording.statement(
                            "write notes of candidates",
                            "insert_notes",
                            Map.of("relation", place.notes(), "count", some.size()))
                    .with(values));
        }
    }

    /** The notes that are true of what readers see. */
    public List<VersionNote> current(Session session) {
        return session.query(say("read the notes", "read_notes", Map.of()).with(List.of(environment))).rows().stream()
                .map(row -> new VersionNote(
                        new ResourceId(row.getFirst().toString()),
                        row.get(1).toString(),
                        row.get(2).toString(),
                        row.get(3).toString()))
                .toList();
    }

    private Statement say(String purpose, String name, Map<String, Object> further) {
        RelationName publications = place.publications();
        var values = new TreeMap<>(further);
        values.put("relation", place.notes());
        values.put("publications", publications);
        return wording.statement(purpose, name, values);
    }
}
