package dev.assay.warehouse;

import dev.assay.diagnostic.AssayBug;
import dev.assay.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the first comment of an engine's own template declares: {@code [#-- create_table_as(relation, select) --]}.
 *
 * @param rest whether the last name stands for any number of values: {@code concat(values...)}
 */
record StatementSignature(String name, List<String> parameters, boolean rest) {

    private static final Pattern COMMENT = Pattern.compile("\\A\\[#--\\s*(\\w+)\\(([^)]*)\\)");

    static StatementSignature of(SourceFile file) {
        Matcher comment = COMMENT.matcher(file.text());
        if (!comment.find()) {
            throw new AssayBug(file.path() + " does not begin with its signature");
        }
        boolean rest = comment.group(2).endsWith("...");
        List<String> names = Arrays.stream(comment.group(2).replace("...", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return new StatementSignature(comment.group(1), names, rest);
    }

    @Override
    public String toString() {
        return name + "(" + String.join(", ", parameters) + (rest ? "..." : "") + ")";
    }
}
