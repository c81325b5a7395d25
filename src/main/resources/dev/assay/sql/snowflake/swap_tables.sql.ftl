[#-- swap_tables(relation, other): at once, with grants to neither lost --]
alter table ${relation} swap with ${other}
