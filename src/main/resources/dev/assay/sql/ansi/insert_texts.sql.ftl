[#-- insert_texts(relation, count): binds for each row digest and text. One that is there already is the same text. --]
insert into ${relation} (digest, text)
select given.digest, given.text
from (values
[#list 1..count as row]
  (cast(? as varchar), cast(? as varchar))[#sep],[/#sep]
[/#list]
) as given (digest, text)
where given.digest not in (select kept.digest from ${relation} as kept)
