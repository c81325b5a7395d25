package dev.assay.environment;

import dev.assay.manifest.ResourceId;
import dev.assay.sql.RelationName;
import java.util.List;
import java.util.Locale;

/**
 * A node's part in a cut that is made step by step, as the journal keeps it: enough to finish the cut without the project.
 *
 * @param relation what readers see of it
 * @param statements what is executed beside the step that the way asks for: a definition with its comments
 */
public record Intent(ResourceId node, RelationName relation, Way way, List<String> statements) {

    /** How the node is published. */
    public enum Way {
        /** The candidate and the relation that readers see swap names. */
        EXCHANGE,
        /** A view is made over published names. */
        DEFINE,
        /** The candidate's rows replace those of the table that readers see. */
        OVERWRITE,
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
        statements = List.copyOf(statements);
    }

    public boolean is(Way wanted) {
        return way == wanted;
    }
}
