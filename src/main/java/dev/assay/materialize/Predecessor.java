package dev.assay.materialize;

import dev.assay.warehouse.Existing.Kind;
import java.util.Optional;

/** What a cut does with the relation that readers see before it. */
public enum Predecessor {
    /** There is no such relation. */
    NONE,
    /** It remains, and its content changes. */
    STAYS,
    /** The new definition replaces the old one in one statement. */
    REPLACED,
    /** It is dropped inside the cut. */
    DROPPED,
    /** It gets the retired name, and is dropped after the cut: dropping rows is slow. */
    SET_ASIDE,
    /** It and the candidate swap names. */
    SWAPPED;

    /** Where the candidate takes the published name by a rename. */
    public static Predecessor ofRename(Optional<Kind> visible) {
        return visible.map(kind -> kind == Kind.VIEW ? DROPPED : SET_ASIDE).orElse(NONE);
    }

    /** Where a definition is made under the published name. */
    public static Predecessor ofDefinition(Kind kind, Optional<Kind> visible) {
        boolean isReplaced =
                kind == Kind.VIEW && visible.filter(Kind.VIEW::equals).isPresent();
        return isReplaced ? REPLACED : ofRename(visible);
    }
}
