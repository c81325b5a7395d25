package dev.assay.quality;

import dev.assay.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A kind of generic test, as the first comment of its template declares it: {@code [#-- test positive(column_name,
 * minimum = 0): rows whose value lies below the minimum --]}.
 *
 * @param says what its failing rows are, for one and for many; see the template's comment
 */
public record TestKind(String name, List<Parameter> parameters, String description, Says says, SourceFile template) {

    /** A parameter; without a default it has to be given. {@code none} is a default that stands for nothing. */
    public record Parameter(String name, Optional<Object> defaultValue, boolean required) {}

    /** The verdict's words, with holes {@code {failures}}, {@code {column}}, {@code {model}} and those of the arguments. */
    public record Says(String one, String many) {}
}
