package dev.assay.warehouse;

import java.util.Optional;
import java.util.Set;

/**
 * By what a relation can be recognised later. Each text is {@code scope/value}: values of different scopes cannot be
 * compared, such as those of a database and of its restored dump.
 *
 * @param id which relation it is; another one that takes its name has another id
 * @param mark what changes when somebody changes its rows or its definition; parts after {@code #} tell of a change only together
 */
public record Identity(Optional<String> id, Optional<String> mark) {

    public static final Identity UNKNOWN = new Identity(Optional.empty(), Optional.empty());

    private static final Set<String> VIEWS = Set.of("/v", "/view", "/VIEW");
    private static final String INHERITED = "/inherited";
    private static final String EMPTIED = "/emptied";
    private static final String REWRITE = "#";

    /** What became of a relation since it was published. */
    public enum Change {
        NONE,
        /** It is the same relation with other rows or another definition. */
        CHANGED,
        /** Another relation has its name. */
        REPLACED,
        /** Readers of it see rows of other relations, too, which nobody has tested. */
        INHERITED,
        /** A crash of the server has emptied it. */
        EMPTIED,
        UNKNOWN
    }

    /** @param now what the warehouse says of the relation that has the name now */
    public Change changeTo(Identity now) {
        if (areComparable(id, now.id) && !id.equals(now.id)) {
            return Change.REPLACED;
        }
        if (now.mark.filter(text -> text.endsWith(INHERITED)).isPresent()) {
            return Change.INHERITED;
        }
        if (!areComparable(mark, now.mark)) {
            return Change.UNKNOWN;
        }
        if (mark.equals(now.mark)) {
            return Change.NONE;
        }
        if (now.mark.filter(text -> text.endsWith(EMPTIED)).isPresent()) {
            return Change.EMPTIED;
        }
        return afterRewrite(
                mark.orElseThrow().split(REWRITE, -1), now.mark.orElseThrow().split(REWRITE, -1));
    }

    /**
     * The file and the columns of a table follow its counts. Either changes without a change of rows; both change when its rows are
     * rewritten with other values. A note of an older assay lacks both.
     */
    private static Change afterRewrite(String[] noted, String[] now) {
        if (!noted[0].equals(now[0])) {
            return Change.CHANGED;
        }
        if (noted.length != now.length) {
            return Change.UNKNOWN;
        }
        for (int part = 1; part < noted.length; part++) {
            if (noted[part].equals(now[part])) {
                return Change.NONE;
            }
        }
        return Change.CHANGED;
    }

    /** Whether it is that of a view: warehouses know tables alone by more than their kind. */
    public boolean isOfView() {
        return id.filter(VIEWS::contains).isPresent();
    }

    private static boolean areComparable(Optional<String> noted, Optional<String> now) {
        return noted.isPresent() && noted.map(Identity::scope).equals(now.map(Identity::scope));
    }

    private static String scope(String text) {
        return text.substring(0, text.indexOf('/') + 1);
    }
}
