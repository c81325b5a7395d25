package dev.assay.materialize;

import dev.assay.feed.SeedFile;
import dev.assay.manifest.Config;
import dev.assay.manifest.Model;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.manifest.Seed;
import dev.assay.source.SourceFile;
import dev.assay.sql.RelationName;
import dev.assay.sql.SqlText;
import dev.assay.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes and blueprints as tests need them. */
final class Nodes {

    private Nodes() {}

    static Model model(String name, Map<String, Object> config) {
        return model(name, config, Resource.Description.NONE);
    }

    static Model model(String name, Map<String, Object> config, Resource.Description description) {
        var file = new SourceFile("models/" + name + ".sql", "[@config materialized=\"x\" /]");
        return new Model(
                ResourceId.of(ResourceType.MODEL, "shop", name),
                name,
                new Resource.Identity("shop", file.path(), List.of("shop", name), file.whole(), ""),
                description,
                new Config(config, Map.of()),
                RelationName.of("dev", name),
                file,
                Optional.empty(),
                List.of());
    }

    static Seed seed(String name, Map<String, Object> config) {
        var file = new SourceFile("seeds/" + name + ".csv", "");
        return new Seed(
                ResourceId.of(ResourceType.SEED, "shop", name),
                name,
                new Resource.Identity("shop", file.path(), List.of("shop", name), file.whole(), ""),
                Resource.Description.NONE,
                new Config(config, Map.of()),
                RelationName.of("dev", name),
                file.path(),
                "");
    }

    static Blueprint blueprint(Relational node, Warehouse warehouse, String select, String lasting) {
        return new Blueprint(
                node,
                Optional.of(SqlText.plain(select)),
                Optional.of(SqlText.plain(lasting)),
                warehouse.candidate(node.relation()),
                node.relation(),
                warehouse.retired(node.relation()));
    }

    static Blueprint blueprint(Seed seed, Warehouse warehouse, SeedFile file) {
        return new Blueprint(
                        seed,
                        Optional.empty(),
                        Optional.empty(),
                        warehouse.candidate(seed.relation()),
                        seed.relation(),
                        warehouse.retired(seed.relation()))
                .loading(file);
    }
}
