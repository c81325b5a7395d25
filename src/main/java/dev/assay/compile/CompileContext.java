package dev.assay.compile;

import dev.assay.warehouse.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a compilation is for.
 *
 * @param empty the words with which everything is read without its rows: {@code --empty}
 * @param query asks the warehouse while a template is rendered; gives rows by column
 */
public record CompileContext(Optional<Wording> empty, Function<String, List<Map<String, Object>>> query) {

    /** Nothing is asked: for showing what would run. */
    public static final CompileContext OFFLINE = new CompileContext(Optional.empty(), sql -> List.of());
}
