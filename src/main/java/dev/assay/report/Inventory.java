package dev.assay.report;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a project holds, in numbers: {@code 12 models, 2 seeds, 31 tests}. */
final class Inventory {

    private static final List<ResourceType> TOLD = List.of(
            ResourceType.MODEL,
            ResourceType.SEED,
            ResourceType.SOURCE,
            ResourceType.TEST,
            ResourceType.ANALYSIS,
            ResourceType.EXPOSURE);

    private Inventory() {}

    static String of(Manifest manifest) {
        Map<ResourceType, Long> numbers = numbers(manifest);
        String told = TOLD.stream()
                .filter(numbers::containsKey)
                .map(type -> new Counted(numbers.get(type), type.word()).toString())
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : ": " + told;
    }

    static Map<ResourceType, Long> numbers(Manifest manifest) {
        return manifest.resources().keySet().stream()
                .collect(Collectors.groupingBy(
                        ResourceId::type, () -> new EnumMap<>(ResourceType.class), Collectors.counting()));
    }
}
