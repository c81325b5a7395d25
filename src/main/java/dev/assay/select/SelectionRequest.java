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
public record SelectionRequest(
        List<String> select,
        List<String> exclude,
        Optional<String> selector,
        Indirect indirect,
        Set<ResourceType> types,
        Set<ResourceType> excludedTypes) {

    public SelectionRequest {
        select = List.copyOf(select);
        exclude = List.copyOf(exclude);
        types = Set.copyOf(types);
        excludedTypes = Set.copyOf(excludedTypes);
    }

    public static SelectionRequest everything() {
        return new SelectionRequest(List.of(), List.of(), Optional.empty(), Indirect.EAGER, Set.of(), Set.of());
    }

    public static SelectionRequest of(String... select) {
        return everything().selecting(select);
    }

    public SelectionRequest selecting(String... terms) {
        return new SelectionRequest(List.of(terms), exclude, selector, indirect, types, excludedTypes);
    }

    public SelectionRequest excluding(String... terms) {
        return new SelectionRequest(select, List.of(terms), selector, indirect, types, excludedTypes);
    }

    public SelectionRequest by(String selectorName) {
        return new SelectionRequest(select, exclude, Optional.of(selectorName), indirect, types, excludedTypes);
    }

    public SelectionRequest indirectly(Indirect mode) {
        return new SelectionRequest(select, exclude, selector, mode, types, excludedTypes);
    }

    public SelectionRequest only(Set<ResourceType> wanted) {
        return new SelectionRequest(select, exclude, selector, indirect, wanted, excludedTypes);
    }

    public SelectionRequest without(Set<ResourceType> unwanted) {
        return new SelectionRequest(select, exclude, selector, indirect, types, unwanted);
    }
}
