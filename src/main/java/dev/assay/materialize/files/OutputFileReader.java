package dev.assay.materialize.files;

import dev.assay.compile.ExternalFiles;
import dev.assay.compile.FileForm;
import dev.assay.compile.FileGlob;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Config;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Resource;
import dev.assay.manifest.Seed;
import dev.assay.manifest.Source;
import dev.assay.source.Span;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads {@code location}, {@code format} and {@code options} of models that are written to files. */
final class OutputFileReader {

    /** What makes a folder of it, or several files, or none at all: nobody could rename that as one. */
    private static final Set<String> NEVER_ONE = Set.of(
            "partition_by",
            "per_thread_output",
            "file_size_bytes",
            "write_partition_columns",
            "filename_pattern",
            "append",
            "overwrite",
            "overwrite_or_ignore",
            "write_empty_file",
            "use_tmp_file");

    /** By what other programs call it. */
    private static final SortedMap<String, String> ELSEWHERE = new TreeMap<>(Map.of(
            "partition_by", "leave it out: one file is written, for a folder of files cannot be renamed as one",
            "delimiter", "say what the warehouse calls it: options: {delim: \";\"}",
            "glue_register", "leave it out",
            "plugin", "leave it out"));

    /** A database, or a part of the project: one rename and it would be lost. */
    private static final Pattern OTHERS = Pattern.compile("(?i)[.](db|ddb|duckdb|wal|sql|ya?ml|ftl|md|py|env)$");

    private final Path folder;
    private final Path target;
    private final UnaryOperator<Path> links;
    private final Problems problems;
    private final Map<String, Resource> taken = new HashMap<>();
    private final Map<FileGlob, Source> read = new LinkedHashMap<>();

    OutputFileReader(Manifest manifest, Path folder, Path target, UnaryOperator<Path> links, Problems problems) {
        this.target = target;
        this.folder = folder;
        this.links = links;
        this.problems = problems;
        manifest.all(Seed.class).forEach(seed -> taken.put(real(FileForm.whole(seed.file(), folder)), seed));
        manifest.all(Source.class)
                .forEach(source -> ExternalFiles.location(source, folder)
                        .ifPresent(location -> read.put(new FileGlob(real(location)), source)));
    }

    private String real(String whole) {
        return FileForm.isAddress(whole) ? whole : links.apply(Path.of(whole)).toString();
    }

    Optional<OutputFile> read(Model model) {
        Config config = model.config();
        Optional<String> location = config.text("location").filter(text -> !text.isBlank());
        if (location.isEmpty()) {
            problems.add(Diagnostic.error(
                            Code.MISSING_KEY,
                            config.place("location", config.place("materialized", model.place())),
                            "model `" + model.name() + "` is written to a file and has no `location`")
                    .help("say where: location=\"out/" + model.name() + ".parquet\""));
        }
        refuseElsewhere(model);
        return location.flatMap(said -> format(model, said).map(format -> file(model, said, format)));
    }

    private Optional<String> format(Model model, String location) {
        Span place = model.config().place("location", model.place());
        if (OTHERS.matcher(location).find()) {
            problems.add(
                    Diagnostic.error(Code.WRONG_VALUE, place, "`" + location + "` is not the name of a file of data")
                            .note(FileForm.ENDINGS));
            return Optional.empty();
        }
        Optional<String> format = FileForm.of(model.config().text("format"), location);
        if (format.isEmpty()) {
            problems.add(Diagnostic.error(
                            Code.WRONG_VALUE,
                            model.config().place("format", place),
                            "it is not clear how the file of `" + model.name() + "` is to be written")
                    .note(FileForm.ENDINGS)
                    .help("say `format`: " + String.join(", ", FileForm.ALL)));
        }
        return format;
    }

    private OutputFile file(Model model, String location, String format) {
        Span place = model.config().place("location", model.place());
        String whole = FileForm.whole(location, folder);
        refuseOutside(location, whole, place);
        String real = real(whole);
        refuseTarget(location, real, place);
        Resource other = taken.putIfAbsent(real, model);
        if (other != null) {
            refuseTwice(model, other, place);
        }
        read.entrySet().stream()
                .filter(files -> files.getKey().matches(real))
                .findFirst()
                .ifPresent(files -> refuseRead(model, files.getValue(), place));
        return new OutputFile(whole, format, options(model), place);
    }

    /** What is written relative to the project lies in it, whatever links there are. */
    private void refuseOutside(String location, String whole, Span place) {
        if (FileForm.isAddress(location) || Path.of(location).isAbsolute()) {
            return;
        }
        Path real = Path.of(real(whole));
        boolean inside = Path.of(whole).startsWith(folder.toAbsolutePath().normalize());
        if (!inside || !real.startsWith(links.apply(folder.toAbsolutePath().normalize()))) {
            var problem =
                    Diagnostic.error(Code.PATH_OUTSIDE_PROJECT, place, "`" + location + "` leads out of the project");
            problems.add((inside ? problem.note("a link leads to `" + real + "`") : problem)
                    .help("a file elsewhere is named by its whole path: `location=\"/data/out.parquet\"`"));
        }
    }

    /** A run writes its artifacts there, over whatever has their names, and `clean` removes the folder. */
    private void refuseTarget(String location, String real, Span place) {
        if (!FileForm.isAddress(location) && Path.of(real).startsWith(real(target.toString()))) {
            problems.add(
                    Diagnostic.error(Code.WRONG_VALUE, place, "`" + location + "` lies in the target folder of assay")
                            .note("a run writes its own files there, and `assay clean` removes all of them")
                            .help("write it to another folder: location=\"out/…\""));
        }
    }

    private void refuseRead(Model model, Source source, Span place) {
        String whose = source.sourceName() + "." + source.name();
        problems.add(Diagnostic.error(
                        Code.WRONG_VALUE,
                        place,
                        "model `" + model.name() + "` would be written over a file of source `" + whose + "`")
                .note("the source reads `" + ExternalFiles.written(source) + "`")
                .help("write it to a folder of its own, or let the source name its files more closely"));
    }

    private void refuseTwice(Model model, Resource other, Span place) {
        String whose = "the file of " + other.id().type().word() + " `" + other.name() + "`";
        problems.add(
                Diagnostic.error(Code.WRONG_VALUE, place, "model `" + model.name() + "` would be written over " + whose)
                        .help("give each a file of its own"));
    }

    private void refuseElsewhere(Model model) {
        ELSEWHERE.forEach((key, help) -> {
            Object value = model.config().values().get(key);
            boolean asks =
                    value != null && !Boolean.FALSE.equals(value) && !List.of().equals(value);
            if (asks) {
                problems.add(Diagnostic.error(
                                Code.NOT_SUPPORTED,
                                model.config().place(key, model.place()),
                                "a model that is written to a file has no `" + key + "`")
                        .help(help));
            }
        });
    }

    private List<Map<String, Object>> options(Model model) {
        Span place = model.config().place("options", model.place());
        Map<String, Object> given = model.config().map("options");
        Object said = model.config().values().get("options");
        if (said != null && !(said instanceof Map<?, ?>)) {
            problems.add(Diagnostic.error(
                    Code.WRONG_VALUE, place, "`options` of `" + model.name() + "` has to be a mapping"));
        }
        given.keySet().forEach(name -> refuseOption(name, model, place));
        return FileForm.options(
                given,
                name -> problems.add(Diagnostic.error(
                        Code.WRONG_VALUE,
                        place,
                        "the option `" + name + "` of `" + model.name()
                                + "` has to be a text, a number, true or false")));
    }

    private void refuseOption(String written, Model model, Span place) {
        String name = written.toLowerCase(Locale.ROOT);
        if (name.equals("format")) {
            problems.add(Diagnostic.error(
                            Code.WRONG_VALUE, place, "the format of `" + model.name() + "` is not one of its options")
                    .help("say `format` beside `location`"));
        } else if (NEVER_ONE.contains(name)) {
            problems.add(Diagnostic.error(
                            Code.NOT_SUPPORTED,
                            place,
                            "the option `" + written + "` of `" + model.name() + "` is not handed on")
                    .note("one file is written whole and put in its place in one rename"));
        }
    }
}
