[#-- create_texts(relation): texts that publications name by their digest --]
create table if not exists ${relation} (
  digest varchar not null,
  text varchar not null
)
