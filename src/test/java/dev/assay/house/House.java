package dev.assay.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The repository as its tests see it: its files, and the classes made from them. Maven runs tests in its root. */
final class House {

    static final Path ROOT = Path.of("").toAbsolutePath();
    static final Path SOURCES = ROOT.resolve("src/main/java");
    static final Path TESTS = ROOT.resolve("src/test/java");
    static final Path CASES = ROOT.resolve("src/test/resources/cases");

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", "work", "node_modules");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.assay");

    private House() {}

    /** Classes as people wrote them: without the nameless ones that the compiler makes for a switch. */
    static Stream<JavaClass> classes() {
        return CLASSES.stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().equals("package-info"));
    }

    /** Every class, the nameless ones too: for rules about what code does. */
    static Stream<JavaClass> allClasses() {
        return CLASSES.stream();
    }

    static List<Path> files(Path folder, String ending) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                    boolean skip = !path.equals(folder)
                            && NOT_OURS.contains(path.getFileName().toString());
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && path.toString().endsWith(ending)) {
                        found.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        found.sort(null);
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
