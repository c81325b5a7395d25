package dev.assay.parse.templates;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Reference;
import dev.assay.manifest.ResourceType;
import dev.assay.parse.settings.Layer;
import dev.assay.parse.settings.SettingReader;
import dev.assay.sql.Draft;
import dev.assay.sql.Draft.Wanted;
import dev.assay.sql.SqlText;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.template.Placeholder;
import dev.assay.template.Placeholders;
import dev.assay.template.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one rendering of a template asks for: its references, its settings, whether it cares about being incremental. */
public final class Recorder {

    private final SettingReader settings;
    private final boolean incremental;
    private final Placeholders placeholders = new Placeholders();
    private final List<Reference> references = new ArrayList<>();
    private Layer config = Layer.NONE;
    private boolean asksIncremental;

    public Recorder(SettingReader settings, boolean incremental) {
        this.settings = settings;
        this.incremental = incremental;
    }

    public List<Reference> references() {
        return references.stream().distinct().toList();
    }

    Layer config() {
        return config;
    }

    boolean asksIncremental() {
        return asksIncremental;
    }

    /** The names of the base, and those that mean something else while a project is read. */
    public Scope scope(Scope base, ResourceType type, Map<String, Object> model) {
        var names = new HashMap<>(base.names());
        names.put("ref", (Callable) this::ref);
        names.put("source", (Callable) this::source);
        names.put("published", (Callable) this::ref);
        if (type == ResourceType.MODEL) {
            // A test and an analysis are no relations, so `this` is undefined in them.
            names.put("this", placeholder(new Wanted(Wanted.Kind.THIS, List.of())));
        }
        names.put("config", (Callable) this::configure);
        names.put("is_incremental", (Callable) call -> {
            asksIncremental = true;
            return incremental;
        });
        names.put("execute", false);
        names.put("query", (Callable) call -> List.of());
        names.put("watermark", (Callable) call -> "null");
        names.put("graph", Map.of("nodes", Map.of(), "sources", Map.of()));
        names.put("model", model);
        return new Scope(names);
    }

    /**
     * The rendered text with a hole for each name of a relation.
     *
     * @param isPlain whether the template has no means to look at a name
     */
    Draft draft(SqlText rendered, boolean restless, boolean isPlain) {
        List<Draft.Hole> holes = placeholders.search(rendered);
        boolean isSettled = !restless && !asksIncremental && placeholders.areOnlyPrinted();
        return new Draft(
                rendered,
                holes,
                isSettled ? Draft.State.SETTLED : Draft.State.OPEN,
                isPlain || placeholders.areUntouched());
    }

    private Object ref(Call call) {
        if (call.named().containsKey("v") || call.named().containsKey("version")) {
            throw problem(Code.NOT_SUPPORTED, call, "versions of a model are not supported yet");
        }
        List<String> names = names(call);
        if (names.isEmpty() || names.size() > 2) {
            throw problem(
                    Code.WRONG_VALUE,
                    call,
                    "`" + call.name() + "` takes the name of a model: `" + call.name() + "(\"orders\")`");
        }
        return reference(Wanted.Kind.REF, names, call);
    }

    private Object source(Call call) {
        List<String> names = names(call);
        if (names.size() != 2) {
            throw problem(Code.WRONG_VALUE, call, "`source` takes two names: `source(\"shop\", \"raw_orders\")`");
        }
        return reference(Wanted.Kind.SOURCE, names, call);
    }

    private Placeholder reference(Wanted.Kind kind, List<String> names, Call call) {
        var wanted = new Wanted(kind, names);
        references.add(new Reference(wanted, call.place(), Optional.empty()));
        return placeholder(wanted);
    }

    /** Which parts a relation's name has is known only when all files have been read. */
    private Placeholder placeholder(Wanted wanted) {
        String last = wanted.names().isEmpty() ? "" : wanted.names().getLast();
        return placeholders.whole(wanted, () -> Map.of("database", "", "schema", "", "name", last, "identifier", last));
    }

    private Object configure(Call call) {
        config = config.and(settings.call(call).mapped(this::rewritten));
        return "";
    }

    /**
     * A hook is rendered when it runs. FreeMarker has filled in what it names while the call was read, so the signs of
     * relations become what was written again.
     */
    private String rewritten(String text) {
        String plain = text;
        for (Placeholder placeholder : placeholders.all()) {
            plain = plain.replace(placeholder.sign(), placeholder.written());
        }
        return plain;
    }

    private static List<String> names(Call call) {
        boolean texts = call.named().isEmpty() && call.positional().stream().allMatch(String.class::isInstance);
        return texts ? call.positional().stream().map(Object::toString).toList() : List.of();
    }

    private static ProblemsFound problem(Code code, Call call, String headline) {
        return new ProblemsFound(Diagnostic.error(code, call.place(), headline));
    }
}
