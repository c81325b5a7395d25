package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.source.SourceFile;
import dev.assay.source.Span;
import dev.assay.template.Scope;
import dev.assay.template.Templates;
import dev.assay.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** From an invocation to all that stands around the resources. */
public final class ProjectReader {

    private final Invocation invocation;
    private final Secrets secrets;
    private final TemplateVoice voice;
    private final Templates templates = Templates.of(List.of());
    private final ProjectFinder finder;
    private final Disk disk;
    private final Reads reads = new Reads();

    /**
     * @param secrets is filled before anything is read that could be shown
     * @param voice hears what templates say, now and later
     */
    public ProjectReader(Invocation invocation, Secrets secrets, TemplateVoice voice) {
        this.invocation = invocation;
        this.secrets = secrets;
        this.voice = voice;
        this.finder = new ProjectFinder(invocation);
        this.disk = new Disk(invocation);
    }

    /**
     * @throws ProblemsFound with all that is wrong up to the step that cannot go on
     */
    public Project read() {
        secrets.addFrom(Environment.of(invocation.environment(), Map.of()));
        invocation.options().vars().ifPresent(secrets::addFrom);
        Path folder = finder.projectFolder();
        Optional<Path> profilesPath = finder.profilesFile(folder);
        Environment environment = environment(profilesPath);
        Optional<SourceFile> profiles = profilesPath.map(disk::text);
        profiles.ifPresent(file -> secrets.addFrom(file.text()));

        var reader = new ProjectFileReader(templates);
        SourceFile projectFile = disk.text(folder.resolve(ProjectFinder.PROJECT_FILE));
        var head = reader.head(projectFile, BaseScope.ofEnvironment(environment, reads, ""));
        Variables variables = variables(head);
        secrets.addFrom(variables);
        Function<String, Scope> scopes =
                neededBy -> BaseScope.with(BaseScope.ofEnvironment(environment, reads, neededBy), variables, reads);

        Target target = new ProfilesReader(templates, scopes)
                .read(
                        profiles.orElseThrow(() -> new ProblemsFound(finder.noProfiles(folder))),
                        wanted(head, profilesPath));
        secrets.addFrom(target);
        Scope scope = BaseScope.whole(scopes.apply(""), invocation, target, head.name(), voice);
        ProjectFile file = reader.whole(head, folder, scope);
        Path targetFolder = targetFolder(folder, file);
        new TargetFolderCheck(folder, file, invocation).problem(targetFolder).ifPresent(problem -> {
            throw new ProblemsFound(problem);
        });
        return new Project(folder, targetFolder, file, target, environment, variables, scope, reads);
    }

    /** Where artifacts lie, as far as the project file tells without a target; empty where it does not. */
    public Optional<Path> knownTargetFolder() {
        try {
            Path folder = finder.projectFolder();
            Scope scope = BaseScope.ofEnvironment(environment(finder.profilesFile(folder)), reads, "");
            SourceFile written = disk.text(folder.resolve(ProjectFinder.PROJECT_FILE));
            String path = invocation
                    .options()
                    .targetPath()
                    .orElseGet(() -> new ProjectFileReader(templates).targetPath(written, folder, scope));
            return Optional.of(folder.resolve(path).normalize());
        } catch (ProblemsFound untold) {
            // Whoever reads the whole project tells what is wrong with it.
            return Optional.empty();
        }
    }

    private Environment environment(Optional<Path> profiles) {
        Map<String, String> written = profiles.map(path -> path.resolveSibling(".env"))
                .filter(Files::isRegularFile)
                .map(path -> EnvironmentFile.read(disk.text(path)))
                .orElse(Map.of());
        var environment = Environment.of(invocation.environment(), written);
        secrets.addFrom(environment);
        return environment;
    }

    private Variables variables(ProjectFileReader.Head head) {
        var problems = new Problems();
        Map<String, Object> typed = invocation
                .options()
                .vars()
                .map(text -> Variables.typed(text, problems))
                .orElse(Map.of());
        problems.throwIfErrors();
        return Variables.of(head.name(), head.vars(), typed);
    }

    private ProfilesReader.Wanted wanted(ProjectFileReader.Head head, Optional<Path> profilesPath) {
        var options = invocation.options();
        Optional<Span> named = options.profile().isPresent()
                ? Optional.empty()
                : head.profile().map(Yaml.Scalar::span);
        String profile = options.profile()
                .or(() -> head.profile().map(Yaml.Scalar::written))
                .orElseThrow(() -> new ProblemsFound(Diagnostic.error(
                                Code.MISSING_KEY,
                                head.fields().place(),
                                head.fields().what() + " has no `profile`")
                        .help("name a profile of profiles.yml, here or with --profile")));
        String folder = profilesPath.map(path -> path.getParent().toString()).orElse("");
        return new ProfilesReader.Wanted(profile, named, options.target(), options.threads(), folder);
    }

    // As dbt has it: relative to the project, also when it was typed.
    private Path targetFolder(Path folder, ProjectFile file) {
        return folder.resolve(invocation.options().targetPath().orElse(file.targetPath()))
                .normalize();
    }
}
