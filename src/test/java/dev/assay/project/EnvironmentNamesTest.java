package dev.assay.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvironmentNamesTest {

    private static final String LAW = "[a-z][a-z0-9_]{0,39}";
    private static final int[] LETTERS =
            "abcXYZ019_-./ #äß\u65E5😀'\";".codePoints().toArray();

    private static String anyText(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(80);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    @Test
    void theNamesThatPeopleSee() {
        assertEquals("prod", EnvironmentNames.ofBranch("main"));
        assertEquals("dev", EnvironmentNames.ofBranch("develop"));
        assertTrue(EnvironmentNames.ofBranch("feature/Add-X").matches("feature_add_x_h[0-9a-f]{7}"));
        assertEquals("orders_issue_7", EnvironmentNames.ofIssue("Orders", 7));
        assertEquals("pr_12", EnvironmentNames.ofPullRequest(12));
    }

    @Test
    void everyNameKeepsTheLaw() {
        var random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            String text = anyText(random);
            long number = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
            for (String name : new String[] {
                EnvironmentNames.ofBranch(text),
                EnvironmentNames.ofIssue(text, number),
                EnvironmentNames.ofPullRequest(number)
            }) {
                assertTrue(name.matches(LAW), text + " -> " + name);
                assertFalse(EnvironmentNames.isProtected(name), name);
            }
        }
    }

    @Test
    void noTwoBranchesShareAName() {
        var random = new Random(5);
        var owners = new HashMap<String, String>();
        for (int i = 0; i < 5000; i++) {
            String branch = anyText(random);
            String before = owners.put(EnvironmentNames.ofBranch(branch), branch);
            assertTrue(before == null || before.equals(branch), before + " and " + branch);
        }
    }

    @Test
    void aBranchNeverTakesANameOfAnotherKind() {
        for (String branch : new String[] {"prod", "dev", "Main", "pr_12", "pr/12", "orders_issue_7", "public"}) {
            String name = EnvironmentNames.ofBranch(branch);
            assertFalse(EnvironmentNames.isProtected(name), name);
            assertFalse(name.matches("pr_[0-9]+|.*_issue_[0-9]+"), name);
        }
    }

    @Test
    void longObjectsThatDifferAtTheEndStayApart() {
        String left = EnvironmentNames.ofIssue("a".repeat(60) + "b", 7);
        String right = EnvironmentNames.ofIssue("a".repeat(60) + "c", 7);
        assertFalse(left.equals(right));
        assertTrue(left.endsWith("_issue_7"), left);
    }

    @Test
    void numbersAreCountedFromOne() {
        assertThrows(IllegalArgumentException.class, () -> EnvironmentNames.ofPullRequest(0));
    }

    @Test
    void schemasStandBehindTheTargets() {
        assertEquals("dev", EnvironmentNames.schema("dev", Optional.empty()));
        assertEquals("dev_gold", EnvironmentNames.schema("dev", Optional.of(" gold ")));
        assertEquals("dev", EnvironmentNames.schema("dev", Optional.of("")));
        assertEquals("dev_quality", EnvironmentNames.qualitySchema("dev", Optional.empty(), Optional.empty()));
        assertEquals("checks", EnvironmentNames.qualitySchema("dev", Optional.of("checks"), Optional.empty()));
        assertEquals("obs_dev_quality", EnvironmentNames.qualitySchema("dev", Optional.empty(), Optional.of("obs")));
        assertEquals("obs_dev_quality", EnvironmentNames.qualitySchema("dev", Optional.empty(), Optional.of("obs_")));
    }
}
