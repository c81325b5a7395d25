[#-- attach(path, alias, read_only) --]
attach if not exists ${path} as ${alias}[#if read_only] (read_only)[/#if]
