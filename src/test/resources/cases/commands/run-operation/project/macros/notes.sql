[#macro write words]
create table dev.notes as select '${words}' as words, count(*) as orders from ${ref("orders")}
[/#macro]

[#macro say words]
[#if execute]${log("it was said: " + words)}[/#if]
[/#macro]
