[#-- load_seed(relation, file, delimiter, cells_hold_lines, longest_row, has_one_column) --]
[#-- The engine reads *, ? and [ in a name as a pattern, so each is put in brackets. Everything is said, so that nothing is guessed. The scan has refused whatever a lenient reader would bend; a strict one
     silently reads nothing where line ends are mixed. Readers in parallel may take a line inside of a cell for a row. A buffer
     whose size is said is one reader's piece: smaller pieces leave row groups half full, and the next checkpoints write all
     rows once or twice more to fill them (docs/adr/0016). --]
copy ${relation} from ${file?replace("[*?\\[]", "[$0]", "r")} (
  format csv, auto_detect false, header true, delimiter ${delimiter}, quote '"', escape '"', nullstr '',
  allow_quoted_nulls false, strict_mode false, null_padding false, ignore_errors false, encoding 'utf-8',
  [#if longest_row gt 1000000]parallel false, max_line_size ${longest_row + 64}[#elseif cells_hold_lines]parallel false[#else]parallel true, buffer_size 32000000[/#if]
)
