package dev.assay.project;

import dev.assay.diagnostic.Code;
import dev.assay.diagnostic.Diagnostic;
import dev.assay.diagnostic.ProblemsFound;
import dev.assay.template.Callable;
import dev.assay.template.Printable;
import dev.assay.template.Scope;
import dev.assay.yaml.Yaml;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that every template of a project sees, whatever it is a template of. */
final class BaseScope {

    private BaseScope() {}

    /** Before the target is known: the environment alone. */
    static Scope ofEnvironment(Environment environment, Reads reads, String neededBy) {
        return new Scope(Map.of("env_var", VariableCalls.environment(environment, reads, neededBy)));
    }

    static Scope with(Scope scope, Variables variables, Reads reads) {
        return scope.with("var", VariableCalls.variable(variables, reads));
    }

    /** All of it. */
    static Scope whole(Scope before, Invocation invocation, Target target, String projectName, TemplateVoice voice) {
        return before.with("target", target(target))
                .with("project_name", projectName)
                .with("invocation_id", invocation.id())
                .with("flags", invocation.options().flags())
                .with("run_started_at", moment(invocation.startedAt()))
                .with("log", log(voice))
                .with("warn", warn(voice))
                .with("fail", fail());
    }

    private static Map<String, Object> target(Target target) {
        var map = new LinkedHashMap<String, Object>();
        target.fields().entries().stream()
                .filter(entry -> entry.value() instanceof Yaml.Scalar scalar && scalar.plain() != null)
                .filter(entry -> !Secrets.looksSecret(entry.key()))
                .forEach(entry -> map.put(entry.key(), entry.value().plain()));
        map.put("name", target.name());
        map.put("type", target.type());
        map.put("schema", target.schema());
        target.database().ifPresent(database -> map.put("database", database));
        map.put("threads", (long) target.threads());
        map.put("profile_name", target.profile());
        return Map.copyOf(map);
    }

    // Prints as SQL reads a timestamp; the parts are what file names and partitions are made of.
    private static Printable moment(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        Map<String, Object> parts = Map.of(
                "date", time.toLocalDate().toString(),
                "time", time.toLocalTime().withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME),
                "year", (long) time.getYear(),
                "month", (long) time.getMonthValue(),
                "day", (long) time.getDayOfMonth(),
                "hour", (long) time.getHour(),
                "minute", (long) time.getMinute(),
                "second", (long) time.getSecond(),
                "epoch", instant.getEpochSecond());
        String printed =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").format(time);
        return new Printable() {
            @Override
            public String print() {
                return printed;
            }

            @Override
            public Map<String, Object> parts() {
                return parts;
            }
        };
    }

    private static Callable log(TemplateVoice voice) {
        return call -> {
            voice.log(CallArguments.of(call, "message", "info").text("message"), call.place());
            return "";
        };
    }

    private static Callable warn(TemplateVoice voice) {
        return call -> {
            String words = CallArguments.of(call, "message").text("message");
            voice.warn(Diagnostic.warning(Code.TEMPLATE_WARNING, words).at(call.place()));
            return "";
        };
    }

    private static Callable fail() {
        return call -> {
            String words = CallArguments.of(call, "message").text("message");
            throw new ProblemsFound(Diagnostic.error(Code.TEMPLATE_ERROR, call.place(), words));
        };
    }
}
