package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Locale;

/**
 * A node's part in a cut that is made step by step, as the journal keeps it: enough to finish the cut without the project.
 *
 * @param relation what readers see of it
 * @param definitions statements that define or describe the relation; each commits by itself
 * @param rows statements that write rows, in one transaction with those of all other nodes
 */
public record Intent(Version version, RelationName relation, Way way, List<String> definitions, List<String> rows) {

    /** How the node is published. */
    public enum Way {
        /** The candidate and the relation that readers see swap names. */
        EXCHANGE,
        /** A view is made over published names. */
        DEFINE,
        /** The candidate's rows replace those of the table that readers see. */
        OVERWRITE,
        /** Some rows of the table that readers see are deleted, and staged ones are inserted. */
        MERGE,
        /** The relation that readers see stays as it is. */
        KEEP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Way of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Intent {
        definitions = List.copyOf(definitions);
        rows = List.copyOf(rows);
    }

    /** Its statements, as one text. */
    String text() {
        return JournalText.of(List.of(JournalText.of(definitions), JournalText.of(rows)));
    }

    /** As the statement that writes the journal binds them. */
    List<Object> values() {
        return List.of(node().value(), version.runId(), way.word(), text());
    }

    static Intent of(Version version, RelationName relation, String way, String text) {
        List<String> parts = JournalText.parse(text);
        return new Intent(
                version,
                relation,
                Way.of(way),
                JournalText.parse(parts.getFirst()),
                JournalText.parse(parts.getLast()));
    }

    public ResourceId node() {
        return version.node();
    }

    public boolean is(Way wanted) {
        return way == wanted;
    }
}
