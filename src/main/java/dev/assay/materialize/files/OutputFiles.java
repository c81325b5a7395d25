package dev.assay.materialize.files;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.RelationForm;
import dev.assay.manifest.ResourceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a project's models are written to.
 *
 * @param problems what cannot be understood, and files that would be written twice
 */
public record OutputFiles(Map<ResourceId, OutputFile> files, List<Diagnostic> problems) {

    public static final OutputFiles NONE = new OutputFiles(Map.of(), List.of());

    public OutputFiles {
        files = Map.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * @param folder what relative locations start from
     * @param target where artifacts go, so that no model may write there
     * @param links follows the links of a path, as far as there is one
     */
    public static OutputFiles of(Manifest manifest, Path folder, Path target, UnaryOperator<Path> links) {
        List<Model> written = manifest.all(Model.class)
                .filter(model -> model.form() == RelationForm.EXTERNAL)
                .toList();
        if (written.isEmpty()) {
            return NONE;
        }
        var problems = new Problems();
        var reader = new OutputFileReader(manifest, folder, target, links, problems);
        Map<ResourceId, OutputFile> files = new TreeMap<>();
        written.forEach(model -> reader.read(model).ifPresent(file -> files.put(model.id(), file)));
        return new OutputFiles(files, problems.all());
    }

    public Optional<OutputFile> of(ResourceId id) {
        return Optional.ofNullable(files.get(id));
    }

    /** @throws dev.assay.diagnostic.ProblemsFound when one of them cannot be written as it is said */
    public void throwIfErrors() {
        var all = new Problems();
        all.addAll(problems);
        all.throwIfErrors();
    }
}
