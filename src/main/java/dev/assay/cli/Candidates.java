package dev.assay.cli;

import dev.assay.app.KnownNames;
import dev.assay.artifact.NamesFile.Kind;
import dev.assay.diagnostic.Code;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What may stand where somebody has pressed the tab key.
 *
 * @param words all behind {@code assay}; the last is the one that is being typed, and may be empty
 * @param commands makes a command by its name
 * @param names the project's, read when they are asked for
 */
record Candidates(List<String> words, Function<String, CommandLine> commands, Supplier<KnownNames> names) {

    /** What stands before a name in a selection: {@code +}, {@code 2+}, {@code @}, and terms before a comma. */
    private static final Pattern TERM = Pattern.compile("(?<before>(?:.*,)?(?:@|\\d*\\+)?)(?<name>.*)");

    /** Those that fit what is typed so far, in an order for people. */
    List<String> all() {
        String typed = words.getLast();
        return found().filter(word -> word.startsWith(typed)).distinct().toList();
    }

    private Stream<String> found() {
        String typed = words.getLast();
        List<String> before = words.subList(0, words.size() - 1);
        Optional<String> name = before.stream()
                .filter(word -> !word.startsWith("-"))
                .findFirst()
                .filter(Commands.names()::contains);
        if (name.isEmpty()) {
            return before.isEmpty()
                    ? Stream.concat(Commands.names().stream(), Stream.of("--help", "--version"))
                    : Stream.of();
        }
        CommandLine command = commands.apply(name.get());
        Optional<OptionSpec> open = openOption(command, before.subList(before.indexOf(name.get()) + 1, before.size()));
        if (open.isPresent() && (!typed.startsWith("-") || !isMany(open.get()))) {
            return values(open.get());
        }
        return typed.startsWith("-")
                ? command.getCommandSpec().options().stream().flatMap(option -> Arrays.stream(option.names()))
                : positional(name.get());
    }

    /** The option that takes the next word. */
    private static Optional<OptionSpec> openOption(CommandLine command, List<String> before) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).startsWith("-")) {
                int taken = before.size() - 1 - i;
                return Optional.ofNullable(command.getCommandSpec().findOption(before.get(i)))
                        .filter(option -> option.arity().max() > taken);
            }
        }
        return Optional.empty();
    }

    private static boolean isMany(OptionSpec option) {
        return option.arity().max() > 1;
    }

    private Stream<String> values(OptionSpec option) {
        return switch (option.longestName()) {
            case "--select", "--models", "--exclude" -> terms();
            case "--selector" -> names.get().of(Kind.SELECTOR).stream();
            case "--test", "--accept" -> names.get().of(Kind.TEST).stream();
            case "--held" -> names.get().of(Kind.TERM).stream().filter(term -> !term.contains(":"));
            default ->
                option.completionCandidates() == null
                        ? Stream.of()
                        : StreamSupport.stream(option.completionCandidates().spliterator(), false)
                                .map(word -> word.toLowerCase(java.util.Locale.ROOT));
        };
    }

    private Stream<String> terms() {
        Matcher term = TERM.matcher(words.getLast());
        String before = term.matches() ? term.group("before") : "";
        return names.get().of(Kind.TERM).stream().map(name -> before + name);
    }

    private Stream<String> positional(String command) {
        return switch (command) {
            case "explain" -> Arrays.stream(Code.values()).map(Code::word).sorted();
            case "completion" -> Stream.of("bash", "zsh", "fish");
            case "run-operation" -> names.get().of(Kind.MACRO).stream();
            default -> Stream.of();
        };
    }
}
