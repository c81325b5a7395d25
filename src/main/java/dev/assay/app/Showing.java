package dev.assay.app;

import dev.assay.artifact.CompiledFiles;
import dev.assay.blueprint.Upstream;
import dev.assay.compile.Compiler;
import dev.assay.compile.PrintedNames;
import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.diagnostic.Spelling;
import dev.assay.environment.Entry;
import dev.assay.examine.Examination;
import dev.assay.examine.Examiner;
import dev.assay.examine.Fusing;
import dev.assay.examine.Storage;
import dev.assay.examine.Trial;
import dev.assay.manifest.Analysis;
import dev.assay.manifest.DataTest;
import dev.assay.manifest.Model;
import dev.assay.manifest.Node;
import dev.assay.manifest.Resource;
import dev.assay.manifest.ResourceId;
import dev.assay.manifest.Seed;
import dev.assay.select.Selection;
import dev.assay.sql.Rows;
import dev.assay.sql.SqlText;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Session;
import dev.assay.warehouse.Warehouse;
import dev.assay.warehouse.WarehouseError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The first rows of something, for people to look at. */
public final class Showing {

    private final ParsedProject project;
    private final Warehouse warehouse;
    private final int limit;

    /** @param limit how many rows; a negative number is no limit */
    public Showing(ParsedProject project, int limit) {
        this.project = project;
        this.warehouse = project.loaded().warehouse();
        this.limit = limit < 0 ? Integer.MAX_VALUE : limit;
    }

    /** The rows that one model's select gives now, or that lie in a seed or source. */
    public Rows selected(Selection selection) {
        List<Resource> found = selection.ids().stream()
                .filter(id -> !(project.manifest().get(id) instanceof DataTest))
                .map(project.manifest()::get)
                .toList();
        if (found.size() != 1) {
            throw new ProblemsFound(Diagnostic.error(
                            Code.USAGE, "show takes one model, seed or source, and " + found.size() + " are selected")
                    .help("name one: assay show --select NAME"));
        }
        return of(found.getFirst());
    }

    public Rows inline(InlineSql inline) {
        return query(inline.in(project.manifest()));
    }

    private Rows of(Resource resource) {
        return switch (resource) {
            case Model model -> query(model);
            case Analysis analysis -> query(analysis);
            default -> {
                Statement asked = warehouse
                        .wording()
                        .statement(
                                "show " + resource.name(),
                                "show_relation",
                                Map.of("relation", project.published(resource.id()), "limit", limit));
                yield ask(asked, resource);
            }
        };
    }

    private Rows query(Node node) {
        SqlText select = project.compiler().compile(node, project::published);
        Statement asked = warehouse
                .wording()
                .statement("show " + node.name(), "show_rows", Map.of("select", select, "limit", limit));
        try {
            return ask(asked, node);
        } catch (ProblemsFound refused) {
            if (node instanceof Model) {
                // The message names the compiled file.
                new CompiledFiles(project.loaded().target()).compiled(node, select.text());
            }
            throw refused;
        }
    }

    private Rows ask(Statement statement, Resource about) {
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            return answer(session, statement);
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.NOT_A_QUERY) {
                throw new ProblemsFound(OnlySelects.refused("show", warehouse.label(), refusal, about.place()));
            }
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            Diagnostic problem = about instanceof Model
                    ? project.refusals().ofNode(about.id(), refusal)
                    : project.refusals()
                            .of((about instanceof Analysis ? "the SQL of " : "to show ") + about.name(), refusal);
            throw new ProblemsFound(withMissing(problem, about));
        }
    }

    /** Only a user's SQL may be something else than a select. */
    private Rows answer(Session session, Statement statement) {
        return statement.body().isPresent() ? warehouse.read(session, statement) : session.query(statement);
    }

    /** Before the first build the reason is plain. */
    private Diagnostic withMissing(Diagnostic problem, Resource about) {
        WarehouseState warehouseState = WarehouseState.look(project, new TreeSet<>());
        var upstream = new Upstream(project.manifest());
        List<String> missing = Stream.concat(
                        about instanceof Seed ? Stream.of(about.id()) : Stream.of(), upstream.reads(about).stream())
                .filter(id -> project.manifest().get(id) instanceof Node)
                .filter(id -> !warehouseState.existing().contains(project.published(id)))
                .map(id -> project.manifest().get(id).name())
                .toList();
        return missing.isEmpty()
                ? problem
                : problem.note("not built yet: " + String.join(", ", missing))
                        .help("build it first: assay build --select "
                                + missing.stream()
                                        .map(name -> "+" + name)
                                        .reduce((one, other) -> one + " " + other)
                                        .orElseThrow());
    }

    /**
     * The failing rows of a test.
     *
     * @param candidate whose kept candidate was looked at, where the test has held one; else what readers see was
     */
    public record Failing(Rows rows, Optional<String> candidate) {}

    /** Failing rows on the candidate that the test has held, if it has; else on what readers see. */
    public Failing failing(String name) {
        DataTest test = find(name);
        WarehouseState warehouseState = WarehouseState.look(project, new TreeSet<>());
        Optional<ResourceId> held = test.needs().stream()
                .filter(id -> isHeld(id, warehouseState))
                .findFirst()
                .or(() -> test.generic().map(DataTest.Generic::of).filter(id -> isHeld(id, warehouseState)));
        PrintedNames names =
                id -> isHeld(id, warehouseState) ? warehouse.candidate(project.published(id)) : project.published(id);
        return new Failing(
                rows(test, names, warehouseState),
                held.map(id -> project.manifest().get(id).name()));
    }

    private boolean isHeld(ResourceId id, WarehouseState warehouseState) {
        return project.manifest().get(id) instanceof Node
                && warehouseState
                        .known()
                        .waitingOf(id)
                        .filter(Entry::isKeptCandidate)
                        .isPresent()
                && warehouseState.existing().contains(warehouse.candidate(project.published(id)));
    }

    private Rows rows(DataTest test, PrintedNames names, WarehouseState warehouseState) {
        Compiler compiler = project.compiler();
        Examiner examiner = new Examiners(
                        project, compiler, Storage.Keepers.TOLD, warehouseState.existing(), id -> false)
                .apply(names);
        Examination examination = examiner.examine(List.of(test), Optional.empty(), Fusing.APART);
        examination.settled().stream()
                .flatMap(result -> result.problem().stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new ProblemsFound(problem);
                });
        Trial trial = examination.trials().findFirst().orElseThrow();
        try (Session session = project.loaded().workspace().lease().open(warehouse)) {
            return answer(session, examiner.failingRows(trial, limit));
        } catch (WarehouseError refusal) {
            if (refusal.kind() == WarehouseError.Kind.NOT_A_QUERY) {
                throw new ProblemsFound(OnlySelects.refused("show", warehouse.label(), refusal, test.place()));
            }
            if (refusal.kind() != WarehouseError.Kind.REFUSED) {
                throw refusal;
            }
            throw new ProblemsFound(examiner.refused(trial, refusal, warehouse.label(), Duration.ZERO)
                    .problem()
                    .orElseThrow());
        }
    }

    private DataTest find(String name) {
        return project.manifest()
                .all(DataTest.class)
                .filter(test -> test.name().equals(name) || test.id().value().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    var problem = Diagnostic.error(Code.UNKNOWN_TEST, "no test is called `" + name + "`");
                    List<String> near = Spelling.near(
                            name,
                            project.manifest()
                                    .all(DataTest.class)
                                    .map(DataTest::name)
                                    .toList());
                    return new ProblemsFound(
                            near.isEmpty()
                                    ? problem.help("list them: assay ls --resource-type test --output name")
                                    : problem.help("a similar name exists: `" + near.getFirst() + "`"));
                });
    }
}
