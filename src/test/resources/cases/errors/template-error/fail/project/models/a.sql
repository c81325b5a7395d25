[#if !var("region", "")?has_content]
${fail("say which region: --vars 'region: north'")}
[/#if]
select 1 as x
