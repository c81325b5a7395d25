[#-- drop_kept_failures(kind, relation): removes what an earlier run kept; kind is table or view --]
drop ${kind} if exists ${relation}
