package dev.assay.compile;

import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a template is rendered with, for templates whose text is known only when they run: its own text, the macros,
 * variables and environment variables that it names, the relations that it reads. Not among them: answers of the
 * warehouse, the time, the id of the run.
 */
record TemplateInputs(Manifest manifest, Renderer renderer, PrintedNames names) {

    private static final Pattern COMPUTED_VARIABLE = Pattern.compile("\\bvar\\s*\\(\\s*[^\"'\\s]");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\benv_var\\s*\\(\\s*[\"']([^\"']+)[\"']");

    String of(Node node) {
        String sources = renderer.sources(node).collect(Collectors.joining("\n"));
        var inputs = new TreeMap<String, String>();
        inputs.put("template", sources);
        inputs.put("variables", variables(sources).toString());
        inputs.put("environment", environment(sources).toString());
        if (sources.contains("target") && renderer.base().names().get("target") instanceof Map<?, ?> target) {
            inputs.put("target", new TreeMap<>(target).toString());
        }
        inputs.put(
                "relations",
                new Resolved(node).relations(manifest).map(names::of).toList().toString());
        node.references().stream()
                .flatMap(reference -> reference.target().stream())
                .map(manifest::get)
                .filter(Resource::isInlined)
                .forEach(read -> inputs.put("reads " + read.id(), of((Node) read)));
        return inputs.toString();
    }

    /** All of them where a name is computed. */
    private Map<String, Object> variables(String sources) {
        var found = new TreeMap<>(renderer.context().variables());
        if (!COMPUTED_VARIABLE.matcher(sources).find()) {
            found.keySet().removeIf(name -> !sources.contains(name));
        }
        return found;
    }

    private Map<String, Optional<String>> environment(String sources) {
        return ENVIRONMENT
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toMap(
                        name -> name, renderer.context().environment(), (one, same) -> one, TreeMap::new));
    }
}
