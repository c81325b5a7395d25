package dev.assay.parse.templates;

import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Reference;
import dev.assay.manifest.ResourceType;
import dev.assay.parse.settings.SettingReader;
import dev.assay.source.SourceFile;
import dev.assay.sql.Draft;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders each template once while the project is read; twice where it asks whether it is incremental. */
public record TemplateReader(Templates templates, Scope base, RuntimeDependence restless) {

    /** @param model what the template sees of itself */
    public ReadTemplate read(SourceFile file, ResourceType type, Map<String, Object> model, SettingReader settings) {
        var recorder = new Recorder(settings, false);
        Optional<Draft> draft = render(file, recorder.scope(base, type, model), recorder, settings.problems());
        if (!recorder.asksIncremental() || draft.isEmpty()) {
            return new ReadTemplate(draft, recorder.references(), recorder.config());
        }
        // Only the references count: what the settings say was told by the first rendering.
        var ignored = new SettingReader(settings.table(), settings.what(), new Problems());
        var other = new Recorder(ignored, true);
        render(file, other.scope(base, type, model), other, settings.problems());
        List<Reference> both = Stream.concat(recorder.references().stream(), other.references().stream())
                .distinct()
                .toList();
        return new ReadTemplate(draft, both, recorder.config());
    }

    private Optional<Draft> render(SourceFile file, Scope scope, Recorder recorder, Problems problems) {
        try {
            var rendered = templates.output(file, scope);
            return Optional.of(recorder.draft(rendered.sql(), restless.holds(file.text()), rendered.isPlain()));
        } catch (ProblemsFound found) {
            problems.addAll(found.problems());
            return Optional.empty();
        }
    }
}
