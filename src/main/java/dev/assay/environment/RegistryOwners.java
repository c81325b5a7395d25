package dev.assay.environment;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose the rows are that were written before rows named their environment: of the only environment that uses this registry,
 * or of the one in whose schemas the relation is. A row that fits none belongs to nobody, and nobody drops its relation.
 */
record RegistryOwners(Wording wording, RegistryPlace place, String environment, SortedSet<String> schemas) {

    private static final String NOBODY = "";

    RegistryOwners(Wording wording, RegistryPlace place, String environment, Collection<String> schemas) {
        this(wording, place, environment, new TreeSet<>(schemas));
    }

    void assign(Session session) {
        Map<String, SortedSet<String>> others = others(session);
        if (others.isEmpty()) {
            own(session, environment, List.of());
            return;
        }
        ownThoseIn(session, environment, schemas);
        others.forEach((name, theirs) -> ownThoseIn(session, name, theirs));
        own(session, NOBODY, List.of());
    }

    /** The other environments that keep their publications here, with their schemas. */
    private Map<String, SortedSet<String>> others(Session session) {
        var others = new TreeMap<String, SortedSet<String>>();
        new EnvironmentSchemas(wording, place.environmentSchemas())
                .readAll(session)
                .forEach(row -> others.computeIfAbsent(row.environment(), any -> new TreeSet<>())
                        .add(row.name()));
        others.remove(environment);
        others.values().removeIf(theirs -> !theirs.contains(place.quality()));
        return others;
    }

    private void ownThoseIn(Session session, String owner, SortedSet<String> owned) {
        List<String> data =
                owned.stream().filter(schema -> !schema.equals(place.quality())).toList();
        if (!data.isEmpty()) {
            own(session, owner, data);
        }
    }

    private void own(Session session, String owner, List<String> in) {
        RelationName publications = place.publications();
        var values = new ArrayList<Object>(List.of(owner));
        values.addAll(in);
        session.execute(wording.statement(
                        "note whose publications these are",
                        "own_publications",
                        Map.of("relation", publications, "count", in.size()))
                .with(values));
    }
}
