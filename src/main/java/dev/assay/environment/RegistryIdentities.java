package dev.assay.environment;

import dev.assay.sql.RelationName;
import dev.assay.warehouse.Identity;
import dev.assay.warehouse.IdentityReader;
import dev.assay.warehouse.Portions;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** By what published relations are recognised: noted at the end of the run that publishes them, compared by later ones. */
public final class RegistryIdentities {

    // More rows than this in one statement cost more in reading it than they save.
    private static final int ROWS_A_STATEMENT = 500;

    private final Wording wording;
    private final RegistryPlace place;
    private final RegistryClient client;

    RegistryIdentities(Wording wording, RegistryPlace place, RegistryClient client) {
        this.wording = wording;
        this.place = place;
        this.client = client;
    }

    /** What the warehouse says of these relations. One that seems to be changed may just be told in other words. */
    public SortedMap<RelationName, Identity> read(
            Session session, Warehouse warehouse, Collection<RelationName> relations) {
        return IdentityReader.of(warehouse).read(session, place.publications(), relations);
    }

    /** In words that stay the same as long as nobody changes the relation. */
    public SortedMap<RelationName, Identity> readLasting(
            Session session, Warehouse warehouse, Collection<RelationName> relations) {
        return IdentityReader.of(warehouse).readLasting(session, place.publications(), relations);
    }

    /** Of few relations, in words that stay the same. */
    public SortedMap<RelationName, Identity> readNamed(
            Session session, Warehouse warehouse, Collection<RelationName> relations) {
        return IdentityReader.of(warehouse).readNamed(session, place.publications(), relations);
    }

    public void note(Session session, List<NotedIdentity> relations) {
        for (List<NotedIdentity> some : Portions.of(relations, ROWS_A_STATEMENT)) {
            var values = new ArrayList<Object>();
            some.forEach(relation -> values.addAll(PublicationRows.identified(client, relation)));
            session.execute(wording.statement(
                            "note by what relations are recognised",
                            "identify_publications",
                            Map.of("relation", place.publications(), "count", some.size()))
                    .with(values));
        }
    }
}
