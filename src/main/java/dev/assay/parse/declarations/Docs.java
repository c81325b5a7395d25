package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.Problems;
import dev.assay.manifest.Config;
import dev.assay.manifest.Doc;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.ResourceType;
import dev.assay.parse.settings.Paths;
import dev.assay.project.SourceTree;
import dev.assay.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Blocks of text for descriptions. In a Markdown file each heading of one word, {@code # order_status}, begins a block of
 * that name; a file without such headings is one block with the file's name.
 */
public final class Docs {

    private static final Pattern HEADING = Pattern.compile("(?m)^#[ \\t]+([A-Za-z_][A-Za-z0-9_]*)[ \\t]*\\r?$");

    private final String project;
    private final Problems problems;
    private final Map<String, Doc> blocks = new LinkedHashMap<>();

    private Docs(String project, Problems problems) {
        this.project = project;
        this.problems = problems;
    }

    /** All blocks by name. */
    public static Map<String, Doc> read(SourceTree tree, String project, Problems problems) {
        var docs = new Docs(project, problems);
        tree.entries().stream()
                .filter(entry -> entry.form() == SourceTree.Form.MARKDOWN)
                .forEach(docs::read);
        return docs.blocks;
    }

    private void read(SourceTree.Entry entry) {
        String text = entry.file().text();
        List<MatchResult> headings = HEADING.matcher(text).results().toList();
        if (headings.isEmpty()) {
            add(Paths.stem(entry.path()), entry, 0, 0, text.length());
        }
        for (int i = 0; i < headings.size(); i++) {
            MatchResult heading = headings.get(i);
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            add(heading.group(1), entry, heading.start(), heading.end(), end);
        }
    }

    private void add(String name, SourceTree.Entry entry, int start, int textStart, int end) {
        SourceFile file = entry.file();
        var place =
                file.span(start, textStart > start ? textStart : file.line(1).length());
        var identity = new Resource.Identity(project, entry.path(), List.of(project, name), place, "");
        String text = file.text().substring(textStart, end).strip();
        var doc = new Doc(
                ResourceId.of(ResourceType.DOC, project, name),
                name,
                identity,
                new Resource.Description(text, Map.of(), List.of()),
                Config.EMPTY);
        Doc first = blocks.putIfAbsent(name, doc);
        if (first != null) {
            problems.add(Diagnostic.error(Code.DUPLICATE_NAME, place, "two blocks of text are called `" + name + "`")
                    .other(first.place(), "the first one"));
        }
    }
}
