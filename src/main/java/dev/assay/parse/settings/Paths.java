package dev.assay.parse.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names that are made of paths with forward slashes. */
public final class Paths {

    private Paths() {}

    /** The file's name without its last ending. */
    public static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** Project, folders, name: what settings of the project file and the fqn method go by. */
    public static List<String> fqn(String project, String inner, String name) {
        var parts = new ArrayList<String>();
        parts.add(project);
        int slash = inner.lastIndexOf('/');
        if (slash > 0) {
            parts.addAll(Arrays.asList(inner.substring(0, slash).split("/")));
        }
        parts.add(name);
        return parts;
    }
}
