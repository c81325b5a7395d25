package dev.assay.artifact;

import dev.assay.json.JsonWriter;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Wanted;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all resources share in dbt's shape, and those that are no nodes. */
final class DbtResource {

    private static final Set<String> EXPOSURE_TYPES = Set.of("dashboard", "notebook", "analysis", "ml", "application");
    private static final Set<String> MATURITIES = Set.of("low", "medium", "high");

    private DbtResource() {}

    static void identity(JsonWriter json, Resource resource) {
        json.field("name", resource.name())
                .field("resource_type", resource.id().type().word())
                .field("package_name", resource.identity().packageName())
                .field("path", path(resource))
                .field("original_file_path", resource.identity().path())
                .field("unique_id", resource.id());
    }

    static void description(JsonWriter json, Resource resource) {
        String patch = resource.identity().patch();
        json.field("tags", resource.config().tags())
                .field("description", resource.description().text());
        DbtColumns.write(json, resource.description().columns());
        json.field("meta", resource.description().meta())
                .field(
                        "patch_path",
                        patch.isEmpty() ? null : resource.identity().packageName() + "://" + patch);
    }

    static void exposure(JsonWriter json, Exposure exposure) {
        Map<String, Object> settings = exposure.settings();
        String type = String.valueOf(settings.get("type"));
        Object maturity = settings.get("maturity");
        json.object();
        identity(json, exposure);
        json.field("fqn", exposure.identity().fqn())
                .field("type", EXPOSURE_TYPES.contains(type) ? type : "application");
        owner(json, settings.get("owner") instanceof Map<?, ?> owner ? owner : Map.of());
        json.field("description", exposure.description().text())
                .field("label", text(settings.get("label")))
                .field("maturity", maturity != null && MATURITIES.contains(maturity.toString()) ? maturity : null)
                .field("meta", exposure.description().meta())
                .field("tags", exposure.config().tags());
        DbtConfig.write(json, exposure.config());
        json.field("url", text(settings.get("url")));
        json.object("depends_on")
                .field("macros", List.of())
                .field("nodes", needs(exposure.references()))
                .end();
        references(json, exposure.references());
        json.end();
    }

    static void macro(JsonWriter json, Macro macro) {
        json.object();
        identity(json, macro);
        json.field("macro_sql", macro.place().text())
                .field("description", macro.description().text())
                .field("meta", macro.description().meta());
        json.object("depends_on").field("macros", List.of()).end();
        json.array("arguments");
        macro.parameters().forEach(name -> json.object().field("name", name).end());
        json.end().end();
    }

    static void owner(JsonWriter json, Map<?, ?> owner) {
        json.object("owner");
        owner.forEach((key, value) -> {
            boolean list = key.equals("email") && value instanceof List<?>;
            json.field(String.valueOf(key), list ? DbtConfig.texts(value) : text(value));
        });
        json.end();
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    // Loops, not streams, from here on: this runs for every node of a big project in a process that has just started.

    static void references(JsonWriter json, List<Reference> references) {
        json.array("refs");
        for (Reference each : references) {
            if (each.wanted().kind() == Wanted.Kind.REF) {
                List<String> names = each.wanted().names();
                json.object()
                        .field("name", names.getLast())
                        .field("package", names.size() > 1 ? names.getFirst() : null)
                        .field("version", null)
                        .end();
            }
        }
        json.end().array("sources");
        for (Reference each : references) {
            if (each.wanted().kind() == Wanted.Kind.SOURCE) {
                json.value(each.wanted().names());
            }
        }
        json.end();
    }

    /** What the references lead to, each once. */
    static Collection<ResourceId> needs(List<Reference> references) {
        var found = new LinkedHashSet<ResourceId>();
        for (Reference each : references) {
            each.target().ifPresent(found::add);
        }
        return found;
    }

    // Relative to the folder of its kind, as dbt has it: the file's last parts, as many as the fqn has.
    private static String path(Resource resource) {
        if (resource instanceof DataTest test && test.isGeneric()) {
            return test.name() + ".sql";
        }
        String path = resource.identity().path();
        int start = path.length();
        for (int parts = Math.max(1, resource.identity().fqn().size() - 1); parts > 0 && start > 0; parts--) {
            start = path.lastIndexOf('/', start - 1);
        }
        return path.substring(Math.max(0, start + 1));
    }
}
