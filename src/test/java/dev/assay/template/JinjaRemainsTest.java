package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JinjaRemainsTest {

    @Test
    void eachPieceIsFoundWithWhatToWrite() {
        assertEquals(
                List.of(
                        "`[@config materialized=\"table\" /]`, without commas between settings",
                        "`${ref('orders')}`",
                        "`${var(\"excluded\")}`",
                        "`[#if …]`",
                        "`${this}`",
                        "`[/#if]`",
                        "`[#-- … --]`",
                        "`${…}`; a filter such as `| upper` is `?upper_case`",
                        "it in another way: `snapshot` has no counterpart"),
                instead("""
                    {{ config(materialized='table') }}
                    select 1 from {{ ref('orders') }} where x <> '{{ var("excluded") }}'
                    {% if is_incremental() %} and y > (select max(y) from {{- this -}}) {% endif %}
                    {# a remark #} {{ name | upper }} {% snapshot s %}
                    """));
    }

    @Test
    void hyphensInALiteralBeginNoComment() {
        assertEquals(List.of("`${var('b')}`"), instead("select 'a--b', {{ var('b') }} -- {{ var('c') }}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select '{{1,2},{3,4}}'::int[]",
                "select '{{a,b},{c,d}}'::text[]",
                "select {'a': {'b': 1}}",
                "select 1 -- from {{ ref('orders') }}",
                "/* {{ ref('orders') }} */ select 1",
                "[#-- {% if x %} --]select 1",
                "[#noparse]select '{{ name }}'[/#noparse]",
                "select '${\"{{\"}name}}'",
                "select '100{%' || '%}'",
                "select '{#'"
            })
    void whatIsNoJinjaIsLeftAlone(String sql) {
        assertEquals(List.of(), instead(sql));
    }

    private static List<String> instead(String text) {
        return JinjaRemains.in(text).stream().map(JinjaRemains.Remain::instead).toList();
    }
}
