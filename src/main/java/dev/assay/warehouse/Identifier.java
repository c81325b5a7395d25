package dev.assay.warehouse;

/** A name in a statement, of a column or a schema; quoted by the dialect when it is printed. */
public record Identifier(String name) {

    /** As standard SQL quotes a name. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name that SQL contains between double quotes. */
    public static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
    }
}
