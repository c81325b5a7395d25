package dev.assay.house;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What differs from run to run and machine to machine, by name. Nothing else may differ. */
final class Masks {

    private record Mask(Pattern pattern, String name) {}

    private static final List<Mask> MASKS = List.of(
            mask("\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|\\+00(?::?00)?)?", "<time>"),
            mask("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "<id>"),
            mask("\\b[0-9a-f]{64}\\b", "<hash>"),
            mask("(?m)(?<=^java {8}).+", "<java>"),
            mask("(?m)(?<=^system {6}).+", "<system>"),
            mask("(?<=_time\": ?)\\d+(?:\\.\\d+)?(?:E-?\\d+)?", "<seconds>"),
            mask("(?<=seconds\": ?)\\d+(?:\\.\\d+)?(?:E-?\\d+)?", "<seconds>"),
            mask("(?<=time=\")\\d+(?:\\.\\d+)?", "<seconds>"),
            mask(" *\\b\\d+(?:m \\d+)?(?:\\.\\d+)?s\\b", " <seconds>"),
            mask("(?<=\\bsince )\\d\\d:\\d\\d:\\d\\d\\b", "<time>"),
            mask("\\b\\d+(?= ms\\b)", "<milliseconds>"),
            mask("\\btest_\\d+ on 127\\.0\\.0\\.1:\\d+", "<database>"),
            mask("(?<=\\bprocess )\\d+", "<pid>"),
            mask("(?<=\\bPID )\\d+", "<pid>"),
            mask("(?<=\\bassay )\\d+\\.\\d+\\.\\d+\\S*", "<version>"),
            mask("(?<=\"(?:dbt|assay)_version\": ?\")[^\"]+", "<version>"),
            mask("(?<=\\bDuckDB v?)\\d+\\.\\d+\\.\\d+\\S*", "<version>"));

    private Masks() {}

    private static Mask mask(String pattern, String name) {
        return new Mask(Pattern.compile(pattern), name);
    }

    static String mask(String text, Path folder) {
        String masked = text.replace("\r\n", "\n").replace(folder.toString(), "<folder>");
        for (Mask mask : MASKS) {
            masked = mask.pattern().matcher(masked).replaceAll(mask.name());
        }
        return masked;
    }
}
