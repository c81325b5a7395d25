[#-- load_seed(relation, file, delimiter, cells_hold_lines, longest_row): what the stage holds. Everything is said, so that nothing is guessed. --]
copy into ${relation} from @${relation.schema}.%${relation.name}
file_format = (
  type = csv skip_header = 1 field_delimiter = ${delimiter} field_optionally_enclosed_by = '"' escape = none escape_unenclosed_field = none null_if = () empty_field_as_null = true
  encoding = 'UTF8' trim_space = false error_on_column_count_mismatch = true replace_invalid_characters = false[#if cells_hold_lines] multi_line = true[/#if]
)
on_error = abort_statement purge = true
