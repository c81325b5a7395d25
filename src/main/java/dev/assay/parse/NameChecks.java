package dev.assay.parse;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds two things of one name, or two that would write one relation. What is disabled does not count. */
final class NameChecks {

    private final Problems problems;
    private final Map<ResourceId, Resource> ids = new HashMap<>();
    private final Map<String, Resource> names = new HashMap<>();
    private final Map<String, Relational> relations = new HashMap<>();

    NameChecks(Problems problems) {
        this.problems = problems;
    }

    void check(List<Resource> enabled) {
        enabled.forEach(resource -> {
            Resource sameId = ids.putIfAbsent(resource.id(), resource);
            if (sameId != null) {
                tell(twins(resource), resource, sameId);
            } else if (resource instanceof Relational relational) {
                checkNames(relational);
            }
        });
    }

    private void checkNames(Relational resource) {
        Resource sameName = names.putIfAbsent(resource.name().toLowerCase(Locale.ROOT), resource);
        if (sameName != null && sameName.name().equals(resource.name())) {
            tell(
                    "a " + word(resource) + " and a " + word(sameName) + " are called `" + resource.name() + "`",
                    resource,
                    sameName);
            return;
        }
        if (sameName != null) {
            tell("`" + resource.name() + "` and `" + sameName.name() + "` differ only in case", resource, sameName);
            return;
        }
        if (resource.isInlined()) {
            return;
        }
        Relational sameRelation =
                relations.putIfAbsent(resource.relation().toString().toLowerCase(Locale.ROOT), resource);
        if (sameRelation != null) {
            tell(
                    "`" + resource.name() + "` and `" + sameRelation.name() + "` would both become "
                            + resource.relation(),
                    resource,
                    sameRelation);
        }
    }

    private void tell(String headline, Resource second, Resource first) {
        var problem =
                Diagnostic.error(Code.DUPLICATE_NAME, second.place(), headline).other(first.place(), "the first one");
        boolean isGeneric = second instanceof DataTest test && test.isGeneric();
        problems.add(isGeneric ? problem.help("give one of them a `name` of its own") : problem);
    }

    private static String twins(Resource resource) {
        String word = word(resource);
        String plural = word.equals("analysis") ? "analyses" : word + "s";
        return "two " + plural + " are called `" + resource.name() + "`";
    }

    private static String word(Resource resource) {
        return resource.id().type().word();
    }
}
