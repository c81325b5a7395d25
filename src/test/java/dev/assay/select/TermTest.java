package dev.assay.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.assay.diagnostic.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @Test
    void tellsThePiecesApart() {
        assertEquals(
                new Term(false, new Reach(2), Optional.of("config.meta.owner"), "ann", Reach.ALL),
                Term.read("2+config.meta.owner:ann+"));
        assertEquals(new Term(true, Reach.NONE, Optional.empty(), "orders", Reach.NONE), Term.read("@orders"));
        assertEquals(new Term(false, Reach.ALL, Optional.empty(), "a+b", new Reach(3)), Term.read("+a+b+3"));
        assertEquals(Optional.of("config"), Term.read("config.meta.owner:x").methodName());
        assertEquals(List.of("meta", "owner"), Term.read("config.meta.owner:x").arguments());
        assertEquals(Optional.empty(), Term.read("models/a:b").method(), "a method is one word");
        assertEquals(Reach.ALL, Term.read("99999999999999999999+x").parents());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders", "+", "++", "@", "@+x", "x+0", "0+x", "tag:", ":x", "a:b:c", "+5", "5+", "x++", "**", "a,b",
                "é+"
            })
    void printsWhatItRead(String text) {
        assertEquals(text, Term.read(text).toString());
    }

    @Test
    void readingWhatWasPrintedChangesNothing() {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Term term = randomTerm(random);
            assertEquals(term, Term.read(term.toString()));
        }
    }

    @Test
    void wholeSelectionsPrintAsTheyWereRead() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String text = many(
                    random,
                    " ",
                    () -> many(random, ",", () -> randomTerm(random).toString()));
            var problems = new Problems();
            Expression read = Expression.anyOf(new Grammar(problems).option("--select", text));
            assertFalse(problems.hasErrors(), text);
            assertEquals(text, read.toString());
        }
    }

    private static String many(Random random, String between, java.util.function.Supplier<String> one) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> one.get())
                .collect(Collectors.joining(between));
    }

    static Term randomTerm(Random random) {
        boolean family = random.nextInt(5) == 0;
        return new Term(
                family,
                reach(random),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(pick(random, "tag", "config.meta.owner", "path", "fqn")),
                pick(random, "orders", "stg_*", "marts.v1", "models/staging", "a+b", "x[!a-c]?", "o-o"),
                family ? Reach.NONE : reach(random));
    }

    private static Reach reach(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Reach.NONE;
            case 1 -> Reach.ALL;
            default -> new Reach(random.nextInt(100));
        };
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
