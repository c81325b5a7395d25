package dev.assay.recall;

import dev.assay.diagnostic.Diagnostic;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.ColumnSpec;
import dev.assay.manifest.Config;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Exposure;
import dev.assay.manifest.Group;
import dev.assay.manifest.Hook;
import dev.assay.manifest.Macro;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Reference;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import dev.assay.quality.TestKind;
import dev.assay.sql.RelationName;
import java.util.TreeMap;

/** What was understood, as bytes. {@link ResourceReader} reads the parts in the same order. */
record ResourceWriter(Packer out) {

    void write(Understood understood) {
        Manifest manifest = understood.manifest();
        out.text(manifest.projectName());
        out.list(manifest.resources().values(), this::resource);
        out.list(manifest.hooks(), this::hook);
        out.list(manifest.disabled(), this::resource);
        out.list(understood.kinds().values(), this::kind);
        out.list(understood.warnings(), this::diagnostic);
        out.map(understood.macros(), out::file);
        var live = new TreeMap<String, String>();
        understood.live().forEach((id, word) -> live.put(id.value(), word));
        out.map(live, out::text);
    }

    private void resource(Resource resource) {
        out.word(resource.id().type());
        out.text(resource.id().value());
        out.text(resource.name());
        identity(resource.identity());
        description(resource.description());
        config(resource.config());
        switch (resource) {
            case Model model -> {
                relation(model.relation());
                out.file(model.code());
                out.optional(model.draft(), draft -> out.flag(draft.isSettled()));
                out.list(model.references(), this::reference);
            }
            case Seed seed -> {
                relation(seed.relation());
                out.text(seed.file());
                out.text(seed.checksum());
            }
            case DataTest test -> {
                out.optional(test.generic(), this::generic);
                out.optional(test.code(), out::file);
                out.optional(test.draft(), draft -> out.flag(draft.isSettled()));
                out.list(test.references(), this::reference);
            }
            case Analysis analysis -> {
                out.file(analysis.code());
                out.optional(analysis.draft(), draft -> out.flag(draft.isSettled()));
                out.list(analysis.references(), this::reference);
            }
            case Source source -> {
                out.text(source.sourceName());
                relation(source.relation());
                out.map(source.settings(), out::plain);
            }
            case Exposure exposure -> {
                out.map(exposure.settings(), out::plain);
                out.list(exposure.references(), this::reference);
            }
            case Macro macro -> {
                out.file(macro.file());
                out.texts(macro.parameters());
            }
            case Group group -> out.map(group.owner(), out::plain);
            case Doc doc -> {}
        }
    }

    private void identity(Resource.Identity identity) {
        out.text(identity.packageName());
        out.text(identity.path());
        out.texts(identity.fqn());
        out.span(identity.place());
        out.text(identity.patch());
    }

    private void description(Resource.Description description) {
        out.text(description.text());
        out.map(description.meta(), out::plain);
        out.list(description.columns(), this::column);
    }

    private void column(ColumnSpec column) {
        out.text(column.name());
        out.span(column.place());
        out.text(column.description());
        out.optional(column.dataType(), out::text);
        out.flag(column.quoted());
        out.texts(column.tags());
        out.map(column.meta(), out::plain);
        out.list(column.constraints(), out::plain);
    }

    private void config(Config config) {
        out.map(config.values(), out::plain);
        out.map(config.places(), out::span);
    }

    private void relation(RelationName relation) {
        out.optional(relation.database(), out::text);
        out.text(relation.schema());
        out.text(relation.name());
    }

    private void reference(Reference reference) {
        out.word(reference.wanted().kind());
        out.texts(reference.wanted().names());
        out.span(reference.place());
        out.optional(reference.target().map(ResourceId::value), out::text);
    }

    private void generic(DataTest.Generic generic) {
        out.text(generic.kind());
        out.text(generic.of().value());
        out.optional(generic.column(), out::text);
        out.map(generic.arguments(), out::plain);
        out.file(generic.template());
        out.map(generic.argumentPlaces(), out::span);
    }

    private void hook(Hook hook) {
        out.text(hook.name());
        out.word(hook.moment());
        out.number(hook.position());
        out.file(hook.code());
        out.span(hook.place());
    }

    private void kind(TestKind kind) {
        out.text(kind.name());
        out.list(kind.parameters(), parameter -> {
            out.text(parameter.name());
            out.optional(parameter.defaultValue(), out::plain);
            out.flag(parameter.required());
        });
        out.text(kind.description());
        out.text(kind.says().one());
        out.text(kind.says().many());
        out.file(kind.template());
    }

    private void diagnostic(Diagnostic problem) {
        out.word(problem.code());
        out.word(problem.level());
        out.text(problem.headline());
        out.optional(problem.span(), out::span);
        out.text(problem.label());
        out.list(problem.others(), other -> {
            out.span(other.span());
            out.text(other.label());
        });
        out.texts(problem.notes());
        out.texts(problem.help());
    }
}
