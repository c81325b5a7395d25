package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.yaml.Fields;
import dev.assay.yaml.Keys;
import dev.assay.yaml.Yaml;
import dev.assay.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From profiles.yml to the one target that is wanted. The other outputs are not looked into. */
final class ProfilesReader {

    static final Keys PROFILE_KEYS = Keys.of("target", "outputs");
    static final int DEFAULT_THREADS = 4;

    /**
     * What is wanted of the file.
     *
     * @param named where the project names its profile; empty when it was typed
     * @param folder of the file, for what is relative to it
     */
    record Wanted(
            String profile, Optional<Span> named, Optional<String> target, Optional<Integer> threads, String folder) {}

    private final Templates templates;
    private final Function<String, Scope> scopes;
    private final Problems problems = new Problems();

    /**
     * @param scopes the names that values may use, made for whoever needs them: {@code target `prod` of profile `shop`}
     */
    ProfilesReader(Templates templates, Function<String, Scope> scopes) {
        this.templates = templates;
        this.scopes = scopes;
    }

    Target read(SourceFile file, Wanted wanted) {
        Fields all = YamlReader.fields(file, file.path(), problems);
        problems.throwIfErrors();
        String profileIs = "profile `" + wanted.profile() + "`";
        Yaml found = all.value(wanted.profile()).orElseThrow(() -> new ProblemsFound(noProfile(all, wanted)));
        Fields profile = Fields.of(found, profileIs, problems).only(PROFILE_KEYS);
        if (!profile.has("outputs")) {
            problems.add(
                    Diagnostic.error(Code.MISSING_KEY, all.place(wanted.profile()), profileIs + " has no `outputs`"));
        }
        Fields outputs = profile.fields("outputs", "`outputs` of " + profileIs);
        problems.throwIfErrors();
        Yaml.Scalar name = targetName(profile, outputs, wanted);
        Yaml output = outputs.value(name.written())
                .orElseThrow(() -> new ProblemsFound(noTarget(name, profile, outputs, wanted)));
        return target(name.written(), output, wanted);
    }

    // What was typed wins; a profile with one output needs no word for it.
    private Yaml.Scalar targetName(Fields profile, Fields outputs, Wanted wanted) {
        if (wanted.target().isPresent()) {
            return new Yaml.Scalar(wanted.target().get(), wanted.target().get(), outputs.place());
        }
        Scope scope = scopes.apply(profile.what());
        Optional<Yaml.Scalar> written = profile.scalar("target").map(new Templated(templates, scope, problems)::scalar);
        problems.throwIfErrors();
        List<Yaml.Entry> entries = outputs.mapping().entries();
        String only = entries.size() == 1 ? entries.getFirst().key() : "default";
        return written.orElseGet(() -> new Yaml.Scalar(only, only, profile.place("outputs")));
    }

    private Target target(String name, Yaml output, Wanted wanted) {
        String what = "target `" + name + "` of profile `" + wanted.profile() + "`";
        Yaml rendered = new Templated(templates, scopes.apply(what), problems).rendered(output);
        problems.throwIfErrors();
        Fields fields = Fields.of(rendered, "target `" + name + "`", problems);
        Optional<String> type = fields.required("type");
        Optional<String> schema = fields.required("schema").filter(text -> isName(fields, text));
        Optional<String> database = fields.text("database").or(() -> fields.text("dbname"));
        long threads = fields.number("threads", 1).orElse((long) DEFAULT_THREADS);
        wanted.threads()
                .filter(typed -> typed < 1)
                .ifPresent(typed -> problems.add(
                        Diagnostic.error(Code.WRONG_VALUE, "--threads has to be a whole number, 1 or more")));
        problems.throwIfErrors();
        return new Target(
                wanted.profile(),
                name,
                type.orElseThrow(),
                schema.orElseThrow(),
                database,
                wanted.threads().orElse((int) Math.min(threads, Integer.MAX_VALUE)),
                fields.mapping(),
                wanted.folder());
    }

    private boolean isName(Fields fields, String schema) {
        if (schema.isBlank()) {
            problems.add(fields.wrong("schema", fields.value("schema").orElseThrow(), "a name")
                    .label("it is empty"));
        }
        return true;
    }

    private static Diagnostic noProfile(Fields all, Wanted wanted) {
        List<String> names =
                all.mapping().entries().stream().map(Yaml.Entry::key).toList();
        String headline = "no profile is called `" + wanted.profile() + "`";
        var problem = Diagnostic.error(Code.PROFILE_NOT_FOUND, headline);
        problem = wanted.named().map(problem::at).orElse(problem);
        String path = all.mapping().span().file().path();
        return similar(problem, wanted.profile(), names)
                .note(names.isEmpty() ? path + " has no profile" : path + " has " + quoted(names));
    }

    private static Diagnostic noTarget(Yaml.Scalar name, Fields profile, Fields outputs, Wanted wanted) {
        List<String> names =
                outputs.mapping().entries().stream().map(Yaml.Entry::key).toList();
        var problem =
                Diagnostic.error(Code.TARGET_NOT_FOUND, profile.what() + " has no target `" + name.written() + "`");
        problem = wanted.target().isPresent() ? problem : problem.at(name.span());
        return similar(problem, name.written(), names)
                .note(
                        names.isEmpty()
                                ? "`outputs` is empty"
                                : (names.size() == 1 ? "its target is " : "its targets are ") + quoted(names));
    }

    // A label needs a place; what was typed has none.
    private static Diagnostic similar(Diagnostic problem, String name, List<String> names) {
        List<String> near = Spelling.near(name, names);
        if (near.isEmpty()) {
            return problem;
        }
        String words = "a similar name exists: `" + near.getFirst() + "`";
        return problem.span().isPresent() ? problem.label(words) : problem.help(words);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
