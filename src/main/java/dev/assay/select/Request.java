package dev.assay.select;

import dev.assay.manifest.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line says of the resources to work on. With nothing said, the project's default selector, and without
 * one everything.
 *
 * @param select the values of {@code --select}, one each time it was given; each may hold several terms
 * @param exclude the same of {@code --exclude}
 * @param selector a name from {@code selectors.yml}, in place of the two
 * @param types only these; all when empty
 * @param excludedTypes none of these
 */
public record Request(
        List<String> select,
        List<String> exclude,
        Optional<String> selector,
        Indirect indirect,
        Set<ResourceType> types,
        Set<ResourceType> excludedTypes) {

    public Request {
        select = List.copyOf(select);
        exclude = List.copyOf(exclude);
        types = Set.copyOf(types);
        excludedTypes = Set.copyOf(excludedTypes);
    }

    public static Request everything() {
        return new Request(List.of(), List.of(), Optional.empty(), Indirect.EAGER, Set.of(), Set.of());
    }

    public static Request of(String... select) {
        return everything().selecting(select);
    }

    public Request selecting(String... terms) {
        return new Request(List.of(terms), exclude, selector, indirect, types, excludedTypes);
    }

    public Request excluding(String... terms) {
        return new Request(select, List.of(terms), selector, indirect, types, excludedTypes);
    }

    public Request by(String selectorName) {
        return new Request(select, exclude, Optional.of(selectorName), indirect, types, excludedTypes);
    }

    public Request indirectly(Indirect mode) {
        return new Request(select, exclude, selector, mode, types, excludedTypes);
    }

    public Request only(Set<ResourceType> wanted) {
        return new Request(select, exclude, selector, indirect, wanted, excludedTypes);
    }

    public Request without(Set<ResourceType> unwanted) {
        return new Request(select, exclude, selector, indirect, types, unwanted);
    }
}
