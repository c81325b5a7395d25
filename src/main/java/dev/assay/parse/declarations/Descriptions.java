package dev.assay.parse.declarations;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.SuggestionWords;
import dev.assay.manifest.Doc;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.yaml.Fields;
import java.util.Map;

/** The words that users write about things, in which {@code ${doc("name")}} stands for a block of text. */
public final class Descriptions {

    private final Map<String, Doc> docs;
    private final YamlTexts texts;

    public Descriptions(Map<String, Doc> docs, YamlTexts plain) {
        this.docs = docs;
        this.texts = plain.with("doc", (Callable) this::doc);
    }

    /** The value of {@code description}, or empty text. */
    String of(Fields fields) {
        return fields.scalar("description")
                .map(written -> texts.scalar(written).written().strip())
                .orElse("");
    }

    // A project is its own only package: dbt's doc("package", "name") means the same block.
    private Object doc(Call call) {
        Object name = call.positional().isEmpty() ? "" : call.positional().getLast();
        Doc found = docs.get(name.toString());
        if (found == null) {
            var problem = Diagnostic.error(Code.UNKNOWN_DOC, call.place(), "no block of text is called `" + name + "`");
            throw new ProblemsFound(SuggestionWords.similar(problem, name.toString(), docs.keySet()));
        }
        return found.description().text();
    }
}
