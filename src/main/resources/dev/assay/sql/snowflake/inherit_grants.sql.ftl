[#-- inherit_grants(relation, from): an empty table with the grants of another, to be replaced by one that keeps them --]
create or replace transient table ${relation} like ${from} copy grants
