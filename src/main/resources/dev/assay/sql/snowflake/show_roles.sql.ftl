[#-- show_roles(): the account's, as far as ours may see them --]
show roles
