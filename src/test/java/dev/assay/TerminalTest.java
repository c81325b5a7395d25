package dev.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static Properties said(String terminal, String columns) {
        var properties = new Properties();
        properties.setProperty("assay.terminal", terminal);
        properties.setProperty("assay.columns", columns);
        return properties;
    }

    @Test
    void theLauncherIsBelieved() {
        assertTrue(Terminal.of(said("true", "132"), Map.of()).watched());
        assertFalse(Terminal.of(said("false", "132"), Map.of()).watched());
        assertEquals(
                OptionalInt.of(132), Terminal.of(said("true", "132"), Map.of()).width());
    }

    @Test
    void whatTheUserSetsAsWidthWins() {
        assertEquals(
                OptionalInt.of(60),
                Terminal.of(said("true", "132"), Map.of("COLUMNS", "60")).width());
    }

    @Test
    void aWidthThatIsNoneIsUnknown() {
        assertEquals(
                OptionalInt.empty(), Terminal.of(said("true", "0"), Map.of()).width());
        assertEquals(
                OptionalInt.empty(), Terminal.of(said("true", "wide"), Map.of()).width());
    }
}
