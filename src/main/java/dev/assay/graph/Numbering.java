package dev.assay.graph;

import dev.assay.manifest.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Gives each node a number, in the order of their ids: what is done by number is done in the same order every time. */
final class Numbering {

    private final List<ResourceId> ids;
    private final Map<ResourceId, Integer> numbers;

    /** @param ids sorted, each once */
    Numbering(List<ResourceId> ids) {
        this.ids = List.copyOf(ids);
        this.numbers = HashMap.newHashMap(ids.size());
        for (int i = 0; i < this.ids.size(); i++) {
            numbers.put(this.ids.get(i), i);
        }
    }

    int size() {
        return ids.size();
    }

    ResourceId id(int number) {
        return ids.get(number);
    }

    OptionalInt find(Object id) {
        Integer number = numbers.get(id);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    int number(ResourceId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no node " + id));
    }

    int[] numbers(Collection<ResourceId> wanted) {
        return wanted.stream().mapToInt(this::number).toArray();
    }

    List<ResourceId> ids(int[] wanted) {
        var list = new ArrayList<ResourceId>(wanted.length);
        for (int number : wanted) {
            list.add(ids.get(number));
        }
        return List.copyOf(list);
    }
}
