package dev.assay.compile;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Dialect;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/** The names of relations as one compiled text prints them; remembers which ephemerals it printed. */
final class Printing {

    static final String PREFIX = "__cte__";

    private final Manifest manifest;
    private final Dialect dialect;
    private final PrintedNames names;
    private final Optional<NoRows> empty;
    private final SequencedSet<ResourceId> ephemerals = new LinkedHashSet<>();
    private boolean looksAtNames;

    Printing(Manifest manifest, Dialect dialect, PrintedNames names, Optional<NoRows> empty) {
        this.manifest = manifest;
        this.dialect = dialect;
        this.names = names;
        this.empty = empty;
    }

    /** For a text of its own over the same names. */
    Printing another() {
        return new Printing(manifest, dialect, names, empty);
    }

    SequencedSet<ResourceId> ephemerals() {
        return ephemerals;
    }

    /** Whether references give no rows. */
    boolean isEmpty() {
        return empty.isPresent();
    }

    /** Remembers that a template does more with names than print them. */
    void note(boolean looks) {
        looksAtNames |= looks;
    }

    boolean looksAtNames() {
        return looksAtNames;
    }

    /** What stands where a reference stood. */
    String reference(ResourceId id) {
        if (isInlined(id)) {
            ephemerals.add(id);
            return table(id);
        }
        return empty.map(rows -> rows.print(names.of(id))).orElseGet(() -> relation(id));
    }

    /** The relation itself, with all its rows. */
    String relation(ResourceId id) {
        return dialect.print(names.of(id));
    }

    /** The name that readers know, whatever the names of a run are. */
    String published(ResourceId id) {
        return dialect.print(manifest.relation(id));
    }

    RelationName name(ResourceId id) {
        return names.of(id);
    }

    boolean isInlined(ResourceId id) {
        return manifest.isInlined(id);
    }

    /** The common table expression that stands for an ephemeral. */
    String table(ResourceId id) {
        return dialect.quote(PREFIX + manifest.get(id).name());
    }

    SqlText finished(SqlText sql) {
        return empty.map(rows -> rows.named(sql)).orElse(sql);
    }
}
