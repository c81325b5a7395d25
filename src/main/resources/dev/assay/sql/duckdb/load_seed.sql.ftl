[#-- load_seed(relation, file, delimiter, cells_hold_lines, longest_row) --]
[#-- Everything is said, so that nothing is guessed. The scan has refused whatever a lenient reader would bend; a strict one
     silently reads nothing where line ends are mixed. One thread reads: several leave row groups half full, and the next
     checkpoints write all rows once or twice more to fill them (docs/adr/0016). --]
copy ${relation} from ${file} (
  format csv, auto_detect false, header true, delimiter ${delimiter}, quote '"', escape '"', nullstr '',
  allow_quoted_nulls false, strict_mode false, null_padding false, ignore_errors false, encoding 'utf-8',
  parallel false[#if longest_row gt 1000000], max_line_size ${longest_row + 64}[/#if]
)
