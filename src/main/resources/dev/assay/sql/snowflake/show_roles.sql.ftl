[#-- show_roles(last): the account's roles that ours may see, 10,000 at a time: those after the last one that is known --]
show roles limit 10000[#if last??] from ${last}[/#if]
