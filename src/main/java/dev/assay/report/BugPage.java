package dev.assay.report;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A mistake of ours: what happened, where in our code, and whom to tell. The only page with a stack trace.
 *
 * @param version of assay
 * @param runtime Java and system, for people
 * @param command as it was typed
 * @param reportTo where to tell us
 */
public record BugPage(Throwable what, String version, String runtime, String command, String reportTo) {

    public String draw(Palette palette) {
        return palette.error("bug") + palette.strong(": assay made a mistake: " + headline()) + "\n"
                + "\n"
                + "This is our mistake, not yours. What readers see is as the last finished cut left it.\n"
                + "\n"
                + "  version  " + version + "\n"
                + "  runtime  " + runtime + "\n"
                + "  command  " + command + "\n"
                + "\n"
                + palette.faint(stackTrace().indent(2))
                + "\n"
                + palette.place("help") + ": tell us at " + reportTo
                + " with this page; look first that it holds no secret\n";
    }

    String headline() {
        String words = what.getMessage() == null ? what.getClass().getSimpleName() : what.getMessage();
        return Glyphs.visible(words.lines().findFirst().orElse(what.getClass().getSimpleName()));
    }

    String stackTrace() {
        var trace = new StringWriter();
        what.printStackTrace(new PrintWriter(trace, true));
        return trace.toString().replace("\r", "").replace("\t", "    ");
    }
}
