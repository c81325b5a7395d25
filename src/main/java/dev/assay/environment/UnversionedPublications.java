package dev.assay.environment;

import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;

/** Before version 1, publications did not say whose they are, and a broken-off cut had another journal. */
record UnversionedPublications(
        Wording wording, RegistryPlace place, RegistryOwners owners, UnversionedJournal journal) {

    static final List<String> NEW_COLUMNS = List.of(
            "environment varchar",
            "project varchar",
            "epoch bigint",
            "way varchar",
            "way_text varchar",
            "text_digest varchar",
            "definition_digest varchar",
            "tests_due bigint",
            "tests_passed bigint",
            "identity varchar",
            "mark varchar",
            "held_since timestamp");

    /** The table has its new columns. The old ones go last: a repeated upgrade still finds what they say. */
    void upgrade(Session session) {
        owners.assign(session);
        journal.upgrade(session);
        for (String unused : List.of("previous", "checksum", "last_altered")) {
            session.execute(wording.statement(
                    "drop a column that is not used",
                    "drop_registry_column",
                    Map.of("relation", place.publications(), "column", new Identifier(unused))));
        }
    }
}
