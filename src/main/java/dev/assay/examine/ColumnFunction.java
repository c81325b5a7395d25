package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.warehouse.Dialect;
import java.util.regex.Pattern;

/**
 * {@code ${column(x)}}: a column's name, quoted. What is no name is left as it is, since dbt allows expressions, such as
 * {@code lower(email)}, where a column stands.
 */
record ColumnFunction(Dialect dialect) implements Callable {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** Whether a text can only be a name. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() || isQuoted(text);
    }

    /** The bare name in a text that can only be a name. */
    static String bare(String text) {
        return isQuoted(text) ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private static boolean isQuoted(String text) {
        return text.length() > 2
                && text.startsWith("\"")
                && text.endsWith("\"")
                && !text.substring(1, text.length() - 1).replace("\"\"", "").contains("\"");
    }

    String print(String text) {
        return isPlain(text) ? dialect.quote(bare(text)) : text;
    }

    @Override
    public Object call(Call call) {
        if (call.positional().size() != 1 || !(call.positional().getFirst() instanceof String text)) {
            throw new ProblemsFound(
                    Diagnostic.error(Code.TEMPLATE_ERROR, call.place(), "column wants one name: `column(\"x\")`"));
        }
        return print(text);
    }
}
