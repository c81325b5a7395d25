[#-- insert_texts(relation, count): binds for each row digest and text. One that is there already is the same text. --]
insert into ${relation} (digest, text)
select column1, column2
from values
[#list 1..count as row]
  (?, ?)[#sep],[/#sep]
[/#list]
where column1 not in (select digest from ${relation})
