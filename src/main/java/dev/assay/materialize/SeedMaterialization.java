package dev.assay.materialize;

import dev.assay.diagnostic.AssayBug;
import dev.assay.feed.FeedType;
import dev.assay.feed.SeedFile;
import dev.assay.manifest.RelationForm;
import dev.assay.sql.FileData;
import dev.assay.sql.Statement;
import dev.assay.warehouse.Existing;
import dev.assay.warehouse.Existing.Kind;
import dev.assay.warehouse.Identifier;
import dev.assay.warehouse.Literal;
import dev.assay.warehouse.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table that holds a CSV file. The warehouse reads the file itself, as the scan found it, or
 * is sent its rows in a plain form: nothing is guessed twice. */
public final class SeedMaterialization implements Materialization {

    @Override
    public String name() {
        return RelationForm.SEED.word();
    }

    @Override
    public Optional<Product> product(Blueprint blueprint, Existing existing) {
        return Optional.of(new Product.Table());
    }

    @Override
    public List<Statement> candidate(Blueprint blueprint, Existing existing, Wording sql) {
        SeedFile file =
                blueprint.file().orElseThrow(() -> new AssayBug(blueprint.node().id() + " has no file to load"));
        var statements = new ArrayList<>(new Moves(sql).sweep(blueprint, existing));
        statements.add(sql.statement(
                "make the candidate",
                "create_seed",
                Map.of("relation", blueprint.candidate(), "columns", columns(file))));
        if (file.rows() > 0) {
            statements.addAll(load(blueprint, file, sql));
        }
        statements.addAll(new RelationProperties(sql).on(blueprint.node(), Kind.TABLE, blueprint.candidate()));
        return statements;
    }

    /** Some warehouses read the file where it lies; to others its rows are sent, or brought first and loaded then. */
    private static List<Statement> load(Blueprint blueprint, SeedFile file, Wording sql) {
        Map<String, Object> values = Map.of(
                "relation",
                blueprint.candidate(),
                "file",
                new Literal(file.diskPath()),
                "delimiter",
                new Literal(String.valueOf(file.delimiter())),
                "cells_hold_lines",
                file.cellsHoldLines(),
                "longest_row",
                file.longestRow(),
                "has_one_column",
                file.columns().size() == 1);
        Statement load = statement(file, sql, "load_seed", values).loadingRows(file.rows());
        return sql.knows("stage_seed")
                ? List.of(
                        statement(file, sql, "stage_seed", values)
                                .loading(new FileData(file.diskPath(), file::rowsOnFilledLines)),
                        load)
                : List.of(load.loading(new FileData(file.diskPath(), file::rows)));
    }

    private static Statement statement(SeedFile file, Wording sql, String name, Map<String, Object> values) {
        return sql.statement("load " + file.path(), name, values);
    }

    private static List<Map<String, Object>> columns(SeedFile file) {
        return file.columns().stream()
                .map(column -> column(new Identifier(column.name()), column.type()))
                .toList();
    }

    // The words that the statement's file tells types apart by.
    private static Map<String, Object> column(Identifier name, FeedType type) {
        return switch (type) {
            case FeedType.Declared(String words) -> Map.of("name", name, "type", "declared", "words", words);
            case FeedType.Decimal(int precision, int scale) ->
                Map.of("name", name, "type", "decimal", "precision", precision, "scale", scale);
            case FeedType plain ->
                Map.of("name", name, "type", plain.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        };
    }

    @Override
    public List<Statement> discard(Blueprint blueprint, Wording sql) {
        return List.of(new Moves(sql).drop("remove the candidate", Kind.TABLE, blueprint.candidate()));
    }
}
