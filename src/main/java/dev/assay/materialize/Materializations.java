package dev.assay.materialize;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.manifest.Config;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Seed;
import dev.assay.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All materializations that there are. A new one is a class and a line here. */
public final class Materializations {

    private static final Materialization SEED = new SeedMaterialization();

    private static final Map<String, Materialization> OF_MODELS = Stream.of(
                    new TableMaterialization(),
                    new ViewMaterialization(),
                    new StoredViewMaterialization(),
                    new ExternalMaterialization(),
                    new EphemeralMaterialization())
            .collect(Collectors.toUnmodifiableMap(Materialization::name, Function.identity()));

    private Materializations() {}

    /** @throws ProblemsFound when the node's config names one that does not exist */
    public static Materialization of(Relational node) {
        return switch (node) {
            case Seed seed -> SEED;
            case Model model ->
                Optional.ofNullable(OF_MODELS.get(model.materialized()))
                        .or(() -> provided(model.materialized()))
                        .orElseThrow(() -> new ProblemsFound(unknown(model)));
        };
    }

    // Looked for only where the word is unknown: nobody else pays for it.
    private static Optional<Materialization> provided(String word) {
        return ServiceLoader.load(Materialization.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(materialization -> materialization.name().equals(word))
                .findFirst();
    }

    /** What a model's {@code materialized} may say. */
    public static List<String> ofModels() {
        return OF_MODELS.keySet().stream().sorted().toList();
    }

    private static Diagnostic unknown(Model model) {
        Config config = model.config();
        Span place = Optional.ofNullable(config.places().get("materialized")).orElse(model.place());
        String word = model.materialized();
        var problem = Diagnostic.error(
                        Code.NOT_SUPPORTED, place, "this version of assay makes no `" + word + "` models")
                .note("it makes " + String.join(", ", ofModels()));
        List<String> near = Spelling.near(word, ofModels());
        return near.isEmpty() ? problem : problem.help("a similar one exists: `" + near.getFirst() + "`");
    }
}
