package dev.assay.template;

import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateExceptionHandler;
import java.util.Locale;
import java.util.TimeZone;

/** FreeMarker, set once: strict, silent, shut in, and the same in every country. */
final class FreeMarkerSettings {

    private FreeMarkerSettings() {}

    static Configuration configuration() {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        writing(configuration);
        printing(configuration);
        sandbox(configuration);
        return configuration;
    }

    private static void writing(Configuration configuration) {
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setDefaultEncoding("UTF-8");
        // Columns are counted as editors count characters.
        configuration.setTabSize(1);
    }

    private static void printing(Configuration configuration) {
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
        configuration.setDateFormat("iso");
        configuration.setDateTimeFormat("iso");
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.DISABLE_AUTO_ESCAPING_POLICY);
    }

    private static void sandbox(Configuration configuration) {
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setObjectWrapper(new SimpleObjectWrapper(configuration.getIncompatibleImprovements()));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setAttemptExceptionReporter((exception, environment) -> {});
        // What a Callable throws is to surface as thrown.
        configuration.setWrapUncheckedExceptions(false);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setLocalizedLookup(false);
        configuration.setArithmeticEngine(new Interrupted.Arithmetic());
    }
}
