-- to be written
[#-- later --]
[@config materialized="table" /]
