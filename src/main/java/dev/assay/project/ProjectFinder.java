package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the project lies, and its profiles. */
public final class ProjectFinder {

    static final String PROJECT_FILE = "assay_project.yml";
    static final String PROFILES_FILE = "profiles.yml";

    private final Invocation invocation;

    public ProjectFinder(Invocation invocation) {
        this.invocation = invocation;
    }

    /** The folder that holds the project file: the one that was typed, else the working folder, else {@code project}. */
    public Path projectFolder() {
        List<Path> places = invocation
                .options()
                .projectDir()
                .map(typed -> List.of(invocation.typed(typed)))
                .orElseGet(() -> List.of(invocation.workingFolder(), invocation.typed("project")));
        return places.stream()
                .filter(folder -> Files.exists(folder.resolve(PROJECT_FILE)))
                .findFirst()
                .orElseThrow(() -> new ProblemsFound(noProject(places)));
    }

    /** The profiles file of {@code --profiles-dir} alone, else the first of the usual places; empty where none has one. */
    public Optional<Path> profilesFile(Path projectFolder) {
        return profilesPlaces(projectFolder).stream()
                .map(folder -> folder.resolve(PROFILES_FILE))
                .filter(Files::exists)
                .findFirst();
    }

    Diagnostic noProfiles(Path projectFolder) {
        return Diagnostic.error(Code.PROFILE_NOT_FOUND, "there is no " + PROFILES_FILE)
                .note("looked in " + printed(profilesPlaces(projectFolder)))
                .help("`assay init` writes a project with one");
    }

    private List<Path> profilesPlaces(Path projectFolder) {
        return invocation
                .options()
                .profilesDir()
                .map(typed -> List.of(invocation.typed(typed)))
                .orElseGet(() -> Stream.of(
                                Stream.of(invocation.workingFolder(), projectFolder),
                                Stream.ofNullable(invocation.environment().get("HOME"))
                                        .filter(home -> !home.isBlank())
                                        .map(home -> invocation.typed(home).resolve(".assay")))
                        .flatMap(places -> places)
                        .distinct()
                        .toList());
    }

    private Diagnostic noProject(List<Path> places) {
        var problem = Diagnostic.error(Code.PROJECT_NOT_FOUND, "there is no " + PROJECT_FILE)
                .note("looked in " + printed(places));
        for (Path folder : places) {
            for (String near : List.of("assay_project.yaml", "dbt_project.yml")) {
                if (Files.exists(folder.resolve(near))) {
                    problem = problem.note(
                            "`" + invocation.printed(folder.resolve(near)) + "` exists; assay reads " + PROJECT_FILE);
                }
            }
        }
        return problem.help("go to a project's folder, name it with --project-dir, or write one with `assay init`");
    }

    private String printed(List<Path> places) {
        return places.stream()
                .map(place -> place.equals(invocation.workingFolder())
                        ? "the working folder"
                        : "`" + invocation.printed(place) + "`")
                .collect(Collectors.joining(", "));
    }
}
