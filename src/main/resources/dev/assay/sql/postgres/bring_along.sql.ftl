[#-- bring_along(relation, options, definition): the same view over what has its relations' names now --]
create or replace view ${relation}[#if options != ""] with (${options})[/#if] as
${definition}
