package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.ConstraintKind;
import dev.assay.manifest.Reference;
import dev.assay.quality.WrittenReference;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code constraints} of a column or of a model say.
 *
 * @param targets the relations that foreign keys lead to: who has such a key needs them
 */
record Constraints(List<Map<String, Object>> written, List<Reference> targets) {

    private static final Keys KEYS =
            Keys.of("type", "name", "expression", "columns", "to", "to_columns", "warn_unenforced", "warn_unsupported");

    static Constraints of(YamlContext context, Fields owner) {
        List<Fields> sound = owner.each("constraints", "a constraint of " + owner.what()).stream()
                .map(constraint -> constraint.only(KEYS))
                .filter(constraint -> constraint.required("type").isPresent()
                        && constraint.word("type", ConstraintKind.words()).isPresent())
                .toList();
        return new Constraints(
                sound.stream().map(constraint -> constraint.mapping().plain()).toList(),
                sound.stream()
                        .filter(constraint ->
                                constraint.text("type").equals(Optional.of(ConstraintKind.FOREIGN_KEY.word())))
                        .flatMap(constraint -> constraint.scalar("to").stream())
                        .flatMap(to -> target(context, to).stream())
                        .toList());
    }

    private static Optional<Reference> target(YamlContext context, Yaml.Scalar to) {
        var wanted = WrittenReference.of(to.written());
        if (wanted.isEmpty()) {
            context.problems()
                    .add(Diagnostic.error(Code.WRONG_VALUE, to.span(), "a foreign key leads to a ref or a source")
                            .help("write it like ref('customers') or source('shop', 'raw_customers'); what the project"
                                    + " does not know is written as `expression: \"schema.table (column)\"`"));
        }
        return wanted.map(found -> new Reference(found, to.span(), Optional.empty()));
    }
}
