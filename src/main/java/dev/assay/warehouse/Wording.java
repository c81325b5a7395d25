package dev.assay.warehouse;

import dev.assay.sql.Statement;
import java.util.Map;

/**
 * The words of the engine's statements. Each stands in a file {@code sql/<dialect>/<name>.sql.ftl}, looked for in the
 * warehouse's own folder first and then in {@code sql/ansi}. Relation names, columns and SQL texts are given typed and
 * quoted by the dialect when printed.
 */
public interface Wording {

    /**
     * @param purpose words that may end a sentence: "build the candidate"
     * @param name of the file, without folder and ending
     * @param values what the file's first comment declares; a {@link dev.assay.sql.SqlText} among them becomes the
     *     statement's body
     */
    Statement statement(String purpose, String name, Map<String, Object> values);

    /** Whether there are words of this name: some warehouses do in two statements what others do in one. */
    default boolean knows(String name) {
        return true;
    }
}
