[#-- keep_failures(kind, relation, failing): keeps the failing rows of a test; kind is table or view --]
create ${kind} ${relation} as
${failing}
