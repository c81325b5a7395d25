package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.project.SourceTree.Form;
import dev.assay.project.SourceTree.Kind;
import dev.assay.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Finds and reads the files of a project, in one order on every machine. Hidden files, the target folder and what no kind
 * of folder asks for are passed by; a folder that is not there is empty.
 */
public final class SourceTreeReader {

    /** A file of text is read whole. Data are not. */
    private static final long MOST_BYTES_OF_TEXT = 100_000_000;

    /** dbt's lists of packages. */
    private static final List<String> PACKAGES = List.of("packages.yml", "dependencies.yml");

    private final Invocation invocation;
    private final Disk disk;
    private final Path project;
    private final Path target;
    private final Problems problems = new Problems();
    private final Problems warnings = new Problems();
    private final List<SourceListing.Found> files = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private SourceTreeReader(Invocation invocation, Path project, Path target) {
        this.invocation = invocation;
        this.disk = new Disk(invocation);
        this.project = project;
        this.target = target;
    }

    /** Looks for the files and at their size and age; opens none. */
    public static SourceListing find(Project project, Invocation invocation) {
        var reader = new SourceTreeReader(invocation, project.folder(), project.targetFolder());
        for (Kind kind : Kind.values()) {
            project.file().paths().getOrDefault(kind, List.of()).forEach(path -> reader.findRoot(kind, path));
        }
        PACKAGES.forEach(reader::tellOfPackages);
        reader.files.sort(Comparator.comparing(SourceListing.Found::kind).thenComparing(SourceListing.Found::path));
        return new SourceListing(reader.files, reader.problems.all(), reader.warnings.all());
    }

    private void tellOfPackages(String file) {
        if (Files.exists(project.resolve(file))) {
            warnings.add(Diagnostic.warning(Code.NOT_SUPPORTED, "`" + file + "` is not read: assay has no packages")
                    .help("copy the macros and models that you need into the project, and remove the file"));
        }
    }

    /** All problems of all files are told at once: those of one do not hide those of the next. */
    public static SourceTree read(SourceListing listing, Invocation invocation) {
        var disk = new Disk(invocation);
        var problems = new Problems();
        problems.addAll(listing.problems());
        var entries = new ArrayList<SourceTree.Entry>(listing.files().size());
        for (SourceListing.Found file : listing.files()) {
            try {
                entries.add(read(file, disk));
            } catch (ProblemsFound found) {
                problems.addAll(found.problems());
            }
        }
        problems.throwIfErrors();
        return new SourceTree(entries);
    }

    private static SourceTree.Entry read(SourceListing.Found file, Disk disk) {
        Path path = Path.of(file.diskPath());
        Disk.Content content =
                file.form() == Form.CSV ? disk.readChecksum(path, file.printed()) : disk.read(path, file.printed());
        return new SourceTree.Entry(
                file.kind(),
                file.form(),
                file.path(),
                file.inner(),
                file.diskPath(),
                content.file(),
                content.checksum());
    }

    /** The checksum of a file's content as it is now. */
    public static String checksum(SourceListing.Found file, Invocation invocation) {
        return new Disk(invocation)
                .readChecksum(Path.of(file.diskPath()), file.printed())
                .checksum();
    }

    private void findRoot(Kind kind, SourcePath folder) {
        Path root = project.resolve(folder.path()).normalize();
        if (!Files.isDirectory(root)) {
            folder.place().ifPresent(place -> warnings.add(missing(root, folder.path(), place)));
            return;
        }
        try {
            // A link may lead anywhere inside the project, or inside the folder that a variable named.
            Path realProject = project.toRealPath();
            boolean named = !root.startsWith(project);
            List<Path> allowed = named ? List.of(realProject, root.toRealPath()) : List.of(realProject);
            if (isInside(root, allowed)) {
                new Walk(kind, root, allowed).folder(root, "");
            }
        } catch (IOException refused) {
            problems.add(disk.unreadable(root, refused));
        }
    }

    private Diagnostic missing(Path root, String path, Span place) {
        var warning = Diagnostic.warning(Code.UNUSED_CONFIG, "there is no folder `" + path + "`")
                .at(place)
                .note("nothing is read from it");
        List<String> near = Spelling.near(root.getFileName().toString(), foldersIn(root.getParent()));
        return near.isEmpty()
                ? warning
                : warning.help("a similar folder exists: `" + written(root.resolveSibling(near.getFirst())) + "`");
    }

    /** As the project file would name it. */
    private String written(Path folder) {
        return Invocation.forward(folder.startsWith(project) ? project.relativize(folder) : folder);
    }

    private static List<String> foldersIn(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (IOException unreadable) {
            // Without their names there is nothing to suggest; the warning stands.
            return List.of();
        }
    }

    private boolean isInside(Path link, List<Path> allowed) throws IOException {
        Path real = link.toRealPath();
        boolean inside = allowed.stream().anyMatch(real::startsWith);
        if (!inside) {
            problems.add(Diagnostic.error(
                            Code.PATH_OUTSIDE_PROJECT,
                            "the link `" + invocation.printed(link) + "` leads out of the project")
                    .note("it leads to `" + invocation.printed(real) + "`")
                    .help("copy what it leads to into the project, or name its folder by a variable"));
        }
        return inside;
    }

    /** The way through one configured folder. Names are put together as it goes: thousands of paths are dear to compare. */
    private final class Walk {

        private final Kind kind;
        private final List<Path> allowed;
        private final String printedRoot;
        private final String projectRoot;
        private final Deque<Path> open = new ArrayDeque<>();

        Walk(Kind kind, Path root, List<Path> allowed) {
            this.kind = kind;
            this.allowed = allowed;
            this.printedRoot = asPrefix(invocation.printed(root));
            this.projectRoot = asPrefix(Invocation.forward(root.startsWith(project) ? project.relativize(root) : root));
        }

        private static String asPrefix(String folder) {
            return folder.isEmpty() || folder.equals(".") ? "" : folder + "/";
        }

        /**
         * @param inner how one comes here from the configured folder: empty, or with a slash at its end
         */
        void folder(Path folder, String inner) throws IOException {
            if (folder.equals(target)) {
                return;
            }
            open.push(folder);
            try (var listing = Files.newDirectoryStream(folder)) {
                for (Path path : listing) {
                    String name = path.getFileName().toString();
                    if (!name.startsWith(".")) {
                        visit(path, inner + name);
                    }
                }
            } catch (IOException refused) {
                problems.add(disk.unreadable(folder, refused));
            }
            open.pop();
        }

        private void visit(Path path, String inner) throws IOException {
            Optional<Form> form = Form.of(kind, inner);
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                if (Files.exists(path) || form.isPresent()) {
                    followed(path, inner, form);
                }
            } else if (attributes.isDirectory()) {
                folder(path, inner + "/");
            } else if (form.isPresent()) {
                file(path, inner, form.get(), attributes);
            }
        }

        private void followed(Path link, String inner, Optional<Form> form) {
            try {
                if (!isInside(link, allowed)) {
                    return;
                }
                Path real = link.toRealPath();
                var attributes = Files.readAttributes(real, BasicFileAttributes.class);
                if (attributes.isDirectory()) {
                    if (!leadsRound(real)) {
                        folder(link, inner + "/");
                    }
                } else if (form.isPresent()) {
                    file(link, inner, form.get(), attributes);
                }
            } catch (IOException refused) {
                problems.add(disk.unreadable(link, refused));
            }
        }

        // A link to a folder that holds it would lead round for ever.
        private boolean leadsRound(Path real) throws IOException {
            for (Path above : open) {
                if (above.toRealPath().startsWith(real)) {
                    return true;
                }
            }
            return false;
        }

        private void file(Path path, String inner, Form form, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                problems.add(disk.unreadable(path, "it is not a regular file"));
                return;
            }
            if (form != Form.CSV && attributes.size() > MOST_BYTES_OF_TEXT) {
                problems.add(disk.unreadable(path, "it has more than 100 MB, too much for text of a project"));
                return;
            }
            String inProject = projectRoot + inner;
            if (taken.add(inProject)) {
                files.add(new SourceListing.Found(
                        form == Form.MARKDOWN ? Kind.DOC : kind,
                        form,
                        inProject,
                        inner,
                        path.toString(),
                        printedRoot + inner,
                        attributes.size(),
                        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
            }
        }
    }
}
