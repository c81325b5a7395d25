package dev.assay.warehouse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The types of warehouses that are installed. */
public final class Warehouses {

    private Warehouses() {}

    /** @throws ProblemsFound when no adapter has this type, or its fields are wrong */
    public static Warehouse make(String type, OutputSettings settings) {
        return providers()
                .filter(provider -> provider.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new ProblemsFound(unknown(type, settings)))
                .make(settings);
    }

    public static List<String> types() {
        return providers().map(WarehouseProvider::type).sorted().toList();
    }

    // Providers come one after the other: those behind the one that fits are never loaded.
    private static Stream<WarehouseProvider> providers() {
        return ServiceLoader.load(WarehouseProvider.class, WarehouseProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }

    private static Diagnostic unknown(String type, OutputSettings settings) {
        var problem = Diagnostic.error(
                        Code.WRONG_VALUE, settings.place("type"), "no warehouse is of type `" + type + "`")
                .note("types: " + String.join(", ", types()));
        List<String> near = Spelling.near(type, types());
        return near.isEmpty() ? problem : problem.help("a similar type exists: `" + near.getFirst() + "`");
    }
}
