package dev.assay.compile;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Node;
import dev.assay.manifest.Relational;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.sql.Draft.Wanted;
import dev.assay.template.Call;
import dev.assay.template.Callable;
import dev.assay.template.Printable;
import dev.assay.template.Scope;
import dev.assay.warehouse.WarehouseError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a template can name when it is rendered with all that is known at run time. */
record RuntimeScope(
        Node node,
        Resolved resolved,
        RelationValues relations,
        Printing printing,
        Manifest manifest,
        ResourceMaps described,
        CompileContext context,
        Function<String, List<Map<String, Object>>> answers) {

    Scope over(Scope base) {
        var names = new HashMap<>(base.names());
        names.put("ref", (Callable) call -> reference(Wanted.Kind.REF, call));
        names.put("source", (Callable) call -> reference(Wanted.Kind.SOURCE, call));
        names.put("published", (Callable) this::published);
        if (node instanceof Relational) {
            names.put("this", relations.self(new Wanted(Wanted.Kind.THIS, List.of())));
        }
        names.put("config", (Callable) call -> "");
        names.put("is_incremental", (Callable) call -> context.incremental().test(node.id()));
        names.put("watermark", (Callable) this::watermark);
        names.put("execute", true);
        names.put("query", (Callable) this::query);
        names.put("model", described.resource(node));
        names.put("graph", described.graph());
        return new Scope(names);
    }

    private Object reference(Wanted.Kind kind, Call call) {
        var wanted = new Wanted(kind, texts(call));
        return relations.reference(wanted, resolved.get(wanted, call.place()));
    }

    /** What readers see now, whatever the names of this run are. */
    private Object published(Call call) {
        var wanted = new Wanted(Wanted.Kind.PUBLISHED, texts(call));
        ResourceId target = resolved.get(wanted, call.place());
        if (manifest.isInlined(target) || !(manifest.get(target) instanceof Relational relational)) {
            throw wrong(
                    Code.NOT_SUPPORTED,
                    call,
                    "`" + manifest.get(target).name() + "` is ephemeral: nothing of it is published");
        }
        if (!context.visible().test(relational.relation())) {
            throw new ProblemsFound(Diagnostic.warning(
                            Code.NO_BASE,
                            "`" + relational.name() + "` is not published yet, so there is nothing to compare with")
                    .at(call.place()));
        }
        return relations.published(wanted, relational);
    }

    private Object query(Call call) {
        String question = question(call);
        try {
            return answers.apply(question);
        } catch (ProblemsFound unfit) {
            throw at(call, unfit);
        } catch (WarehouseError refusal) {
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            List<String> missing = missing();
            throw new ProblemsFound(
                    missing.isEmpty() ? refused(call, question, refusal) : notBuilt(call, missing, refusal));
        }
    }

    private String question(Call call) {
        String text = text(call);
        try {
            return relations.question(text);
        } catch (ProblemsFound unfit) {
            throw at(call, unfit);
        }
    }

    private static ProblemsFound at(Call call, ProblemsFound unfit) {
        return new ProblemsFound(unfit.problems().stream()
                .map(problem -> problem.at(call.place()))
                .toList());
    }

    private static Diagnostic refused(Call call, String question, WarehouseError refusal) {
        return Diagnostic.error(Code.SQL_REFUSED, call.place(), "the warehouse refused this query")
                .note("it says: " + refusal.words())
                .note("the query was: " + question);
    }

    private static Diagnostic notBuilt(Call call, List<String> missing, WarehouseError refusal) {
        String names = missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return Diagnostic.error(
                        Code.NO_BASE,
                        call.place(),
                        names + (missing.size() == 1 ? " is" : " are") + " not built yet, so this query has no answer")
                .note("the warehouse says: " + refusal.words())
                .help("build it first: assay build --select "
                        + missing.stream().map(name -> "+" + name).collect(Collectors.joining(" ")));
    }

    /** What the node reads and does not exist, as far as that is known. */
    private List<String> missing() {
        return node.references().stream()
                .flatMap(reference -> reference.target().stream())
                .distinct()
                .map(manifest::get)
                .filter(resource -> resource instanceof Relational && !resource.isInlined())
                .filter(resource -> !context.exists().test(printing.name(resource.id())))
                .map(Resource::name)
                .toList();
    }

    private Object watermark(Call call) {
        throw wrong(Code.NOT_SUPPORTED, call, "`watermark()` is not supported yet");
    }

    private static String text(Call call) {
        if (call.positional().size() == 1) {
            if (call.positional().getFirst() instanceof String text) {
                return text;
            }
            if (call.positional().getFirst() instanceof Printable printable) {
                return printable.print();
            }
        }
        throw wrong(Code.WRONG_VALUE, call, "`" + call.name() + "` takes one text");
    }

    private static List<String> texts(Call call) {
        boolean texts = call.named().isEmpty()
                && !call.positional().isEmpty()
                && call.positional().stream().allMatch(String.class::isInstance);
        if (!texts) {
            throw wrong(Code.WRONG_VALUE, call, "`" + call.name() + "` takes names: `" + call.name() + "(\"orders\")`");
        }
        return call.positional().stream().map(Object::toString).toList();
    }

    private static ProblemsFound wrong(Code code, Call call, String headline) {
        return new ProblemsFound(Diagnostic.error(code, call.place(), headline));
    }
}
