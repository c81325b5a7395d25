package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.warehouse.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code ${column(x)}}, {@code ${column(x, to)}}: a column of the tested relation, or of another one, as SQL. One rule holds
 * for every argument that stands for a column: a text is a name, and is quoted, if it can only be one or if the project
 * declares a column with it. Any other text is an expression, such as {@code lower(email)}, as dbt allows it.
 */
record ColumnFunction(Dialect dialect, Tested tested) implements Callable {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    /** Whether a text can only be a name. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() || isQuoted(text);
    }

    /** @param declared the columns that the project declares of the relation */
    static boolean isName(String text, Collection<String> declared) {
        return isPlain(text) || declared.stream().anyMatch(column -> column.equalsIgnoreCase(text));
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

    @Override
    public Object call(Call call) {
        List<Object> given = call.positional();
        boolean isOfAnother = given.size() == 2 && given.getLast() instanceof Tested;
        if (!(isOfAnother || given.size() == 1) || !(given.getFirst() instanceof String text)) {
            throw new ProblemsFound(Diagnostic.error(
                    Code.TEMPLATE_ERROR,
                    call.place(),
                    "`column` takes a name, and the relation if it is not the tested one: `column(\"x\", to)`"));
        }
        Tested relation = isOfAnother ? (Tested) given.getLast() : tested;
        return isName(text, relation.columns()) ? dialect.quote(bare(text)) : text;
    }
}
