package dev.assay.recall;

import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.sql.Draft;
import java.util.ArrayList;
import java.util.List;

/** All of what was understood, to be compared; of drafts, only whether there is one. */
final class Shown {

    private Shown() {}

    static List<Object> of(Understood understood) {
        var parts = new ArrayList<Object>();
        understood.manifest().resources().values().forEach(resource -> parts.add(withoutDraft(resource)));
        understood.manifest().disabled().forEach(resource -> parts.add(withoutDraft(resource)));
        parts.add(understood.manifest().projectName());
        parts.add(understood.manifest().hooks());
        parts.add(understood.kinds());
        parts.add(understood.warnings());
        parts.add(understood.live());
        return parts;
    }

    private static Resource withoutDraft(Resource resource) {
        return switch (resource) {
            case Model it ->
                new Model(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.relation(),
                        it.code(),
                        it.draft().map(Shown::any),
                        it.references());
            case Analysis it ->
                new Analysis(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.code(),
                        it.draft().map(Shown::any),
                        it.references());
            case DataTest it ->
                new DataTest(
                        it.id(),
                        it.name(),
                        it.identity(),
                        it.description(),
                        it.config(),
                        it.generic(),
                        it.code(),
                        it.draft().map(Shown::any),
                        it.references());
            default -> resource;
        };
    }

    private static Draft any(Draft draft) {
        return Draft.unknown(draft.isSettled() ? Draft.State.FORGOTTEN : Draft.State.OPEN);
    }
}
