package dev.assay.app;

import dev.assay.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that explains a problem; the same as in {@code docs/errors}. */
public record ErrorPage(Code code, String text) {

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^# \\S+\\s+(.+?[.])(?=\\s)", Pattern.DOTALL);

    public static Optional<ErrorPage> of(Code code) {
        try (InputStream page = ErrorPage.class.getResourceAsStream("/dev/assay/errors/" + code.word() + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new ErrorPage(code, new String(page.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Its first sentence, in one line. */
    public String headline() {
        Matcher sentence = FIRST_SENTENCE.matcher(text);
        return sentence.find() ? sentence.group(1).replaceAll("\\s+", " ") : "";
    }
}
