package dev.assay.examine;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Resource;
import dev.assay.sql.RelationName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds tests whose failing rows would be kept under the name of another relation of the project. */
public final class StoredNames {

    private final Map<String, Resource> owners = new HashMap<>();

    private StoredNames() {}

    public static List<Diagnostic> problems(Manifest manifest, Storage storage) {
        List<DataTest> tests = manifest.all(DataTest.class)
                .filter(test -> storage.relationFor(test).isPresent())
                .toList();
        return tests.isEmpty() ? List.of() : new StoredNames().problems(manifest, storage, tests);
    }

    private List<Diagnostic> problems(Manifest manifest, Storage storage, List<DataTest> tests) {
        manifest.relations().forEach(node -> owners.put(key(node.relation()), node));
        var problems = new ArrayList<Diagnostic>();
        for (DataTest test : tests) {
            RelationName relation = storage.relationFor(test).orElseThrow();
            Resource first = owners.putIfAbsent(key(relation), test);
            if (first != null) {
                problems.add(problem(test, relation, first));
            }
        }
        return problems;
    }

    private static Diagnostic problem(DataTest test, RelationName relation, Resource first) {
        return Diagnostic.error(
                        Code.DUPLICATE_NAME,
                        test.place(),
                        "the test `" + test.name() + "` and the "
                                + first.id().type().word() + " `" + first.name() + "` would both write " + relation)
                .other(first.place(), "the first one")
                .note("the test keeps its failing rows there (`store_failures`)")
                .help("give the test another `alias` or `schema`");
    }

    /** Many warehouses fold case. */
    private static String key(RelationName relation) {
        return relation.toString().toLowerCase(Locale.ROOT);
    }
}
