[#-- insert_texts(relation, count): binds for each row digest and text. One that is there already is the same text, also when another run is just writing it. --]
insert into ${relation} (digest, text)
values
[#list 1..count as row]
  (?, ?)[#sep],[/#sep]
[/#list]
on conflict (digest) do nothing
